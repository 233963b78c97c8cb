import { COLOURS, SUPERVISION_STATES } from '@shared/cases/supervision'
import { COLOUR_ZH, SUPERVISION_STATE_ZH } from '@shared/cases/supervision-words'
import { oneOf } from '@shared/kit/one-of'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Select } from '../../../ui/select'
import { Txt } from '../../../ui/txt'
import { SupervisionLine } from './supervision-line'
import { type LedgerAsk, useSupervisions } from './use-supervisions'

const ALL = { id: 'all', zh: '全部单位' }
const NOTHING: LedgerAsk = { colour: null, state: null, unitId: null }

/** 督办台账 with its filters; units that got three red ones this quarter stand above. */
export function SupervisionLedger() {
  const [ask, setAsk] = useState(NOTHING)
  const { load, items, hasMore, busy, readOn } = useSupervisions(ask)
  return (
    <Loaded load={load}>
      {({ counts, units, talks }) => (
        <Box className="stack">
          {talks.map(({ unitId, unitZh, quarterZh, reds, numbers }) => (
            <Card key={unitId} tone="danger" title="约谈草稿" aside={quarterZh}>
              <Txt block>{`${unitZh}本季度有 ${reds} 张红色督办单，建议约谈。是否约谈由人决定。`}</Txt>
              <Txt size="caption" tone="second" block selectable>
                {numbers.join('、')}
              </Txt>
            </Card>
          ))}
          <Card>
            <Box className="ledger-filters">
              <Choices
                label="颜色"
                look="tag"
                items={COLOURS.map((id) => ({ id, zh: COLOUR_ZH[id] }))}
                picked={ask.colour ? [ask.colour] : []}
                onPick={(id) => setAsk({ ...ask, colour: id === ask.colour ? null : oneOf(COLOURS, id) })}
              />
              <Choices
                label="状态"
                look="tag"
                items={SUPERVISION_STATES.map((id) => ({ id, zh: `${SUPERVISION_STATE_ZH[id]} ${counts[id] ?? 0}` }))}
                picked={ask.state ? [ask.state] : []}
                onPick={(id) => setAsk({ ...ask, state: id === ask.state ? null : oneOf(SUPERVISION_STATES, id) })}
              />
              <Select
                label="单位"
                options={[ALL, ...units.map(({ id, name }) => ({ id, zh: name }))]}
                value={ask.unitId ?? ALL.id}
                onPick={(id) => setAsk({ ...ask, unitId: id === ALL.id ? null : id })}
              />
            </Box>
          </Card>
          {items.length === 0 ? (
            <Empty icon="clipboard-list" title="没有督办单" zh="用时超过时限的一半，系统会自动发红色督办单" />
          ) : (
            <Card flush>
              {items.map((row) => (
                <SupervisionLine key={row.id} row={row} />
              ))}
            </Card>
          )}
          {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
        </Box>
      )}
    </Loaded>
  )
}
