import { momentZh } from '@shared/kit/time'
import { AUDIT_OUTCOME_ZH, AUDIT_OUTCOMES, type AuditOutcome } from '@shared/people/audit'
import { type AuditView, GetAuditChain, ListAudit } from '@shared/people/audit-contract'
import { useState } from 'react'
import { useNow } from '../../api/clock'
import { useLoad } from '../../api/use-load'
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
const KINDS = [{ id: ALL, zh: '全部' }, ...AUDIT_OUTCOMES.map((id) => ({ id, zh: AUDIT_OUTCOME_ZH[id] }))]

export function AuditList() {
  const [outcome, setOutcome] = useState<string>(ALL)
  const body = outcome === ALL ? {} : { outcome: outcome as AuditOutcome }
  const { load, items, hasMore, busy, readOn } = usePages(ListAudit, { params: {}, body })
  return (
    <>
      <ChainCard />
      <Select label="哪类记录" options={KINDS} value={outcome} onPick={setOutcome} />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="clipboard-list" title="还没有这类记录" zh="办理、登录、下载和越权访问都会自动记在这里" />
          ) : (
            <>
              <Card flush>
                {items.map((one) => (
                  <AuditRow key={one.seq} row={one} />
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

/** Whether the chain still fits, in one sentence. */
function ChainCard() {
  const load = useLoad(GetAuditChain, { params: {}, body: {} })
  return (
    <Loaded load={load}>
      {({ rows, checked, brokenSeq, brokenDay, heads }) => (
        <Card title="审计链" aside={`${rows} 行`}>
          <Txt {...(brokenSeq === null && brokenDay === null ? {} : { tone: 'danger' as const })} block>
            {brokenSeq !== null
              ? `在第 ${brokenSeq} 行断开：这一行被改过，或它前面有行被删`
              : brokenDay !== null
                ? `${brokenDay} 留底的链头对不上`
                : `完好：最近 ${checked} 行逐行重算都对得上`}
          </Txt>
          <Txt size="caption" tone="second" block>
            {heads[0] ? `最近留底 ${heads[0].day}，第 ${heads[0].seq} 行` : '每天零点后留下前一天的链头'}
          </Txt>
        </Card>
      )}
    </Loaded>
  )
}

function AuditRow({ row: { seq, zh, byName, rolesZh, at, outcome, address } }: { row: AuditView }) {
  const from = address === '' || address === 'unknown' ? '' : ` · ${address}`
  return (
    <Box className="setting-row">
      <Box className="between gap-2 wrap">
        <Txt strong>{zh === '' ? AUDIT_OUTCOME_ZH[outcome] : zh}</Txt>
        <Tag zh={AUDIT_OUTCOME_ZH[outcome]} />
      </Box>
      <Txt size="caption" tone="second" block>
        {[byName, rolesZh].filter(Boolean).join(' · ')}
      </Txt>
      <Txt size="micro" tone="third" block>{`第 ${seq} 行 · ${momentZh(new Date(at), useNow())}${from}`}</Txt>
    </Box>
  )
}
