import { RUNNING_LEVELS } from '@shared/cases/filter'
import { CASE_SOURCES } from '@shared/cases/states'
import { CASE_SOURCE_ZH, LEVEL_ZH } from '@shared/cases/words'
import { oneOf } from '@shared/kit/one-of'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Choices } from '../../../ui/choices'
import { Icon } from '../../../ui/icon'
import { Select } from '../../../ui/select'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { useGrids } from '../../grids/use-grids'
import { useCategories } from '../use-categories'
import { KeepFilter } from './keep-filter'
import { UnitSearch } from './unit-search'
import { firstAsk, narrowings, type QueueAsk } from './use-queue'

type QueueMoreProps = { readonly ask: QueueAsk; readonly onAsk: (is: Partial<QueueAsk>) => void }

const OPEN = [
  { id: 'all', zh: '全部' },
  { id: 'yes', zh: '在办' },
  { id: 'no', zh: '已了结' },
] as const
const ALL = 'all'
type Options = readonly { readonly id: string; readonly zh: string }[]

/** Everything a list can be narrowed by, one line each. */
export function QueueMore({ ask, onAsk }: QueueMoreProps) {
  const grids = useGrids().map(({ id, name }) => ({ id, zh: name }))
  const classes = (useCategories() ?? []).map(({ code, zh, groupZh }) => ({ id: code, zh: `${groupZh} / ${zh}` }))
  const sources = CASE_SOURCES.map((id) => ({ id, zh: CASE_SOURCE_ZH[id] }))
  const levels = RUNNING_LEVELS.map((id) => ({ id, zh: LEVEL_ZH[id] }))
  return (
    <Box className="col gap-2 queue-more">
      <One label="网格" of={grids} value={ask.gridId} onPick={(gridId) => onAsk({ gridId })} />
      <One label="类别" of={classes} value={ask.categoryCode} onPick={(categoryCode) => onAsk({ categoryCode })} />
      <Box className="row gap-2">
        <Box className="grow">
          <One
            label="来源"
            of={sources}
            value={ask.source}
            onPick={(id) => onAsk({ source: oneOf(CASE_SOURCES, id) })}
          />
        </Box>
        <Box className="grow">
          <One
            label="时限"
            of={levels}
            value={ask.level}
            onPick={(id) => onAsk({ level: oneOf(RUNNING_LEVELS, id) })}
          />
        </Box>
      </Box>
      {ask.view !== 'unit' && <Unit ask={ask} onAsk={onAsk} />}
      {ask.view === 'all' && (
        <Choices
          label="是否了结"
          look="segment"
          items={OPEN}
          picked={[ask.open ?? ALL]}
          onPick={(id) => onAsk({ open: id === 'yes' || id === 'no' ? id : null, state: null })}
        />
      )}
      {narrowings(ask) > 0 && (
        <Box className="between">
          <Tap className="link-line" onTap={() => onAsk({ ...firstAsk(ask.view), text: ask.text })}>
            <Txt size="caption">清除筛选</Txt>
          </Tap>
          <KeepFilter ask={ask} />
        </Box>
      )}
    </Box>
  )
}

type OneProps = {
  readonly label: string
  readonly of: Options
  readonly value: string | null
  readonly onPick: (id: string | null) => void
}

const One = ({ label, of, value, onPick }: OneProps) => (
  <Select
    label={label}
    options={[{ id: ALL, zh: `${label}：全部` }, ...of]}
    value={value ?? ALL}
    onPick={(id) => onPick(id === ALL ? null : id)}
  />
)

function Unit({ ask: { unit }, onAsk }: QueueMoreProps) {
  const [isOpen, setOpen] = useState(false)
  const pick = (id: string, zh: string) => {
    onAsk({ unit: { id, zh } })
    setOpen(false)
  }
  if (unit)
    return (
      <Box className="between">
        <Txt size="caption">{`单位：${unit.zh}`}</Txt>
        <Tap className="link-line" onTap={() => onAsk({ unit: null })}>
          <Txt size="caption">不限单位</Txt>
        </Tap>
      </Box>
    )
  return (
    <>
      <Tap className="link-line" onTap={() => setOpen(!isOpen)}>
        <Icon name="search" size={16} />
        <Txt size="caption">按责任单位</Txt>
      </Tap>
      {isOpen && <UnitSearch onPick={pick} />}
    </>
  )
}
