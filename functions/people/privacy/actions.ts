import { addDays, shanghai } from '../../../shared/kit/time'
import { CLOSING_DAYS, type PrivacyView } from '../../../shared/people/privacy-contract'
import { type Actor, isStaff } from '../../../shared/people/roles'
import type { Deps, Send } from '../../http/deps'
import type { Download } from '../../http/download'
import { fail } from '../../http/refused'
import { findPerson } from '../queries'
import { findClosing, listEverythingOf, recordClosing, recordKeeping, recordName } from './queries'

export async function readPrivacy({ db }: Deps, { id }: Actor): Promise<PrivacyView> {
  const [person, closing] = await Promise.all([findPerson(db, id), findClosing(db, id)])
  return {
    name: person?.name ?? '',
    closing: closing ? { askedAt: closing.askedAt.toISOString(), dueAt: closing.dueAt.toISOString() } : null,
  }
}

export async function correctName(deps: Deps, actor: Actor, name: string, send: Send) {
  if (isStaff(actor)) return fail('forbidden', '工作人员的姓名写在责任链里，请联系管理员更正')
  await recordName(deps.db, send, actor.id, name, deps.now())
  return readPrivacy(deps, actor)
}

/** A closed account of somebody at work would leave a duty without its person. */
export async function closeAccount(deps: Deps, actor: Actor, send: Send) {
  if (isStaff(actor)) return fail('wrong_state', '您还有工作角色，请先请管理员收回，再申请注销')
  const at = deps.now()
  const closing = { id: deps.newId(), personId: actor.id, askedAt: at, dueAt: addDays(at, CLOSING_DAYS) }
  const made = await recordClosing(deps.db, send, { ...closing, endedAt: null, doneAt: null })
  return made ? readPrivacy(deps, actor) : fail('wrong_state', '已经申请过注销了')
}

export async function keepAccount(deps: Deps, actor: Actor, send: Send) {
  const kept = await recordKeeping(deps.db, send, actor.id, deps.now())
  return kept ? readPrivacy(deps, actor) : fail('wrong_state', '没有正在进行的注销申请')
}

export async function exportMyData({ db, now }: Deps, { id }: Actor): Promise<Download> {
  const at = now()
  const content = {
    说明: '系统里所有写着您的记录，按表列出。联系方式、实名、验证密钥是加密封存的，只列出有这一条，不列内容。',
    导出时间: at.toISOString(),
    记录: await listEverythingOf(db, id),
  }
  const body = new TextEncoder().encode(JSON.stringify(content, null, 2))
  return { body, mime: 'application/json; charset=utf-8', name: `我的数据-${shanghai(at).day}.json` }
}
