import type { z } from 'zod'
import { checkCountyAdmin } from '../../../shared/people/grants'
import { checkPeriod, daysMin, RETENTION, RETENTION_KINDS } from '../../../shared/people/retention'
import type { ListRetention, SetRetention } from '../../../shared/people/retention-contract'
import type { Actor } from '../../../shared/people/roles'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { listPeriods, recordPeriod } from './queries'

export async function listRetention({ db }: Deps): Promise<z.input<typeof ListRetention.reply>> {
  const own = new Map((await listPeriods(db)).map(({ kind, days }) => [kind, days]))
  return {
    items: RETENTION_KINDS.map((kind) => {
      const { zh, days, isLog } = RETENTION[kind]
      return { kind, zh, isLog, days: own.get(kind) ?? days, daysMin: daysMin(kind) }
    }),
  }
}

export async function setRetention(
  deps: Deps,
  actor: Actor,
  { kind, days, was }: z.output<typeof SetRetention.body>,
  send: Send,
) {
  const refusal = checkCountyAdmin(actor) ?? checkPeriod(kind, days)
  if (refusal) grant(refusal)
  const now = (await listRetention(deps)).items.find((item) => item.kind === kind)?.days
  if (now !== was) return fail('conflict', '别人刚刚改过这一项，请刷新后再改')
  const { zh } = RETENTION[kind]
  const change = {
    ...{ id: deps.newId(), kind: 'retention_changed' as const, subjectId: kind, by: actor.id, at: deps.now() },
    zh: `${zh}保存 ${days} 天`,
    before: { 保存天数: String(was) },
    after: { 保存天数: String(days) },
  }
  const set = await recordPeriod(deps.db, send, { kind, days, was }, change)
  return set ? listRetention(deps) : fail('conflict', '别人刚刚改过这一项，请刷新后再改')
}
