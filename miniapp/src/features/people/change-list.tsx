import { momentZh } from '@shared/kit/time'
import { SETTING_KIND_ZH, SETTING_KINDS, type SettingKind } from '@shared/people/changes'
import { type ChangeView, ListChanges } from '@shared/people/staff-contract'
import { useState } from 'react'
import { useNow } from '../../api/clock'
import { usePages } from '../../api/use-pages'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { Select } from '../../ui/select'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'

const ALL = 'all'
const KINDS = [{ id: ALL, zh: '全部变更' }, ...SETTING_KINDS.map((id) => ({ id, zh: SETTING_KIND_ZH[id] }))]

export function ChangeList() {
  const [kind, setKind] = useState<string>(ALL)
  const body = kind === ALL ? {} : { kind: kind as SettingKind }
  const { load, items, hasMore, busy, readOn } = usePages(ListChanges, { params: {}, body })
  return (
    <>
      <Select label="哪类变更" options={KINDS} value={kind} onPick={setKind} />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="clipboard-list" title="还没有这类变更" zh="每次修改设置都会记在这里，不能改也不能删" />
          ) : (
            <>
              <Card flush>
                {items.map((one) => (
                  <ChangeRow key={one.id} change={one} />
                ))}
              </Card>
              {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
            </>
          )
        }
      </Loaded>
    </>
  )
}

function ChangeRow({ change: { kindZh, zh, byName, at, lines } }: { change: ChangeView }) {
  return (
    <Box className="setting-row">
      <Box className="between gap-2 wrap">
        <Txt strong>{zh}</Txt>
        <Tag zh={kindZh} />
      </Box>
      {lines.map(({ name, was, is }) => (
        <Txt key={name} size="caption" tone="second" block>
          {`${name}：${[was, is].filter(Boolean).join(' → ')}`}
        </Txt>
      ))}
      <Txt size="micro" tone="third" block>{`${byName} · ${momentZh(new Date(at), useNow())}`}</Txt>
    </Box>
  )
}
