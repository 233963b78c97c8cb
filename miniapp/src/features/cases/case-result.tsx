import { CASE_LIMITS } from '@shared/cases/clocks'
import type { MyCaseView } from '@shared/cases/contract'
import { DAY_MS, momentZh } from '@shared/kit/time'
import { now } from '../../api/clock'
import { preview } from '../../device/preview'
import { BeforeAfter } from '../../ui/before-after'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { Txt } from '../../ui/txt'
import { factsZh } from './case-head'
import { CaseTitle } from './case-title'
import { tookZh } from './promise'

/** Closed means looked at: what it was, what it is, and how long it took. */
export function CaseResult({ c }: { c: MyCaseView }) {
  const before = c.before[0]
  const after = c.after.at(-1)
  const both = [before, after].flatMap((photo) => (photo ? [photo.url] : []))
  const at = (iso: string | null) => (iso ? momentZh(new Date(iso), now()) : '')
  return (
    <>
      {before && after && (
        <BeforeAfter
          before={{ src: before.thumbUrl, label: `照片，${c.addressZh}`, caption: at(c.submittedAt) }}
          after={{ src: after.thumbUrl, label: `照片，${c.addressZh}`, caption: at(c.handledAt) }}
          onTap={() => preview(both, 0)}
        />
      )}
      <Box className="result-head">
        <CaseTitle title={c.title} state={c.state} />
        <Txt size="caption" tone="second" block>
          {tookZh(c)}
        </Txt>
        <Txt size="caption" tone="third" block num selectable>
          {factsZh(c)}
        </Txt>
      </Box>
    </>
  )
}

/** 申请重办 while it is offered, with the days that are left. */
export function ReopenEntry({ c: { moves, endedAt }, onTap }: { c: MyCaseView; onTap: () => void }) {
  if (!moves.includes('ask_reopen') || !endedAt) return null
  const left = Math.ceil((Date.parse(endedAt) + CASE_LIMITS.reopenDays * DAY_MS - now().getTime()) / DAY_MS)
  return (
    <Card flush>
      <Entry icon="refresh-alert" title="问题还在？申请重办" aside={`还剩 ${Math.max(1, left)} 天`} onTap={onTap} />
    </Card>
  )
}
