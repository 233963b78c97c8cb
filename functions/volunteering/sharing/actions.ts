import { addDays } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import { SHARE_PAGE, type ShareKind, shareCodeOf, sharePath } from '../../../shared/volunteering/sharing'
import type { Deps, Send } from '../../http/deps'
import type { Download } from '../../http/download'
import { fail } from '../../http/refused'
import { FACES, findCode, findCodeOf, findLink, recordCode, recordLink } from './queries'

type Subject = { readonly kind: ShareKind; readonly subjectId: string }

const NOT_PUBLIC: Record<ShareKind, string> = {
  case: '没有找到这件公开案件',
  activity: '没有找到这个已发布的活动',
  point: '没有找到这个点位',
}

const faceOf = async ({ db }: Deps, { kind, subjectId }: Subject) =>
  (await FACES[kind](db, subjectId)) ?? fail('not_found', NOT_PUBLIC[kind], 'subjectId')

export async function makeShareCode(deps: Deps, actor: Actor, { kind, subjectId }: Subject, send: Send) {
  const zh = await faceOf(deps, { kind, subjectId })
  const row = { code: shareCodeOf(deps.newSecret()), kind, subjectId, by: actor.id, at: deps.now() }
  const kept = await recordCode(deps.db, send, row)
  return { code: kept?.code ?? row.code, kind, subjectId, zh }
}

export async function readShareCode(deps: Deps, subject: Subject) {
  const { code } = (await findCodeOf(deps.db, subject.kind, subject.subjectId)) ?? fail('not_found', '没有这个分享码')
  return { code, ...subject, zh: await faceOf(deps, subject) }
}

/** What is no longer public is as if it never had been: 404 either way. */
export async function readShareTarget(deps: Deps, code: string) {
  const { kind, subjectId } = (await findCode(deps.db, code)) ?? fail('not_found', '这个码不对或已经失效')
  const zh = (await FACES[kind](deps.db, subjectId)) ?? fail('not_found', '这个码不对或已经失效')
  return { code, kind, subjectId, zh, path: sharePath(kind, subjectId) }
}

export async function drawShareCode(deps: Deps, code: string): Promise<Download> {
  const { zh } = await readShareTarget(deps, code)
  const body = await deps.wechat.codePicture(code, SHARE_PAGE)
  return { body, mime: 'image/png', name: `${zh}-小程序码.png` }
}

export async function makeShareLink(deps: Deps, actor: Actor, code: string, days: number, send: Send) {
  await readShareTarget(deps, code)
  const at = deps.now()
  const url = await deps.wechat.linkTo(`/${SHARE_PAGE}`, `scene=${code}`, days)
  const row = { id: deps.newId(), code, url, expiresAt: addDays(at, days), by: actor.id, at }
  await recordLink(deps.db, send, row)
  return { url, expiresAt: row.expiresAt.toISOString() }
}

export async function readShareLink({ db }: Deps, id: string) {
  const { url, expiresAt } = (await findLink(db, id)) ?? fail('not_found', '没有这个链接')
  return { url, expiresAt: expiresAt.toISOString() }
}
