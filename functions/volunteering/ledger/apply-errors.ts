import { brokenConstraint } from '../../db/errors'
import { fail } from '../../http/refused'

/** The tables' own refusals, in words. */
const TABLE_ZH: readonly (readonly [constraint: string, zh: string])[] = [
  ['hours_requests_open_key', '这条记录已有一件在办，办完再提'],
  ['hours_requests_revision_key', '这条记录刚有变化，请刷新'],
  ['hours_requests_two_people', '提出和同意要由两个人办，请另一位办理'],
  ['hours_ledger_never_negative', '这条记录刚有变化，请刷新'],
  ['service_records_sign_up_key', '这一场的时长已经认定，请刷新'],
]

export function asRefusal(err: unknown): never {
  const overlaps = ['service_records_no_overlap', 'sign_ups_no_overlap'].some((name) => brokenConstraint(err, name))
  if (overlaps) return fail('overlap', '这段时间已计入另一场，请核对起止时间')
  const hit = TABLE_ZH.find(([constraint]) => brokenConstraint(err, constraint))
  if (hit) return fail('conflict', hit[1])
  throw err
}
