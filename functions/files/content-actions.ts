import { type ContentKind, checkZh } from '../../shared/files/content'
import { addMinutes } from '../../shared/kit/time'
import type { Actor } from '../../shared/people/roles'
import type { Deps } from '../http/deps'
import { fail } from '../http/refused'
import {
  claimPictures,
  findOpenid,
  giveUpPending,
  listChecks,
  recordCheck,
  recordStep,
  settleChecks,
  TRIES_MAX,
} from './content-queries'
import { signedForCheck } from './signing'

const BATCH = 20
const LEASE_MINUTES = 1
/** WeChat answers within thirty minutes; the link lives as long as we wait. */
const ANSWER_MINUTES = 60
const NO_WORDS_ZH = '这段文字可能违反平台规定，请修改后再提交'

type Words = { readonly kind: Exclude<ContentKind, 'picture'>; readonly subjectId: string; readonly field: string }

/** 文字检测 at submission, with the author's openid: what is risky is refused, all else is kept with its result. */
export async function checkWords(deps: Deps, actor: Actor, text: string, { kind, subjectId, field }: Words) {
  if (text.trim() === '') return
  const { db, wechat, now, newId } = deps
  const openid = await findOpenid(db, actor.id)
  const none = { suggest: 'unknown', label: null, traceId: null } as const
  const { suggest, label, traceId } = openid === null ? none : await wechat.checkText(openid, text)
  const at = now()
  await recordCheck(db, {
    ...{ id: newId(), kind, subjectId, personId: actor.id, state: suggest, label, traceId, tries: 1 },
    ...{ at, nextAt: null, settledAt: at },
  })
  if (suggest === 'risky') fail('invalid', NO_WORDS_ZH, field)
}

/** 照片检测: sends what waits, settles what was answered, gives up what never was. Twice at once does no harm. */
export async function checkPictures(deps: Deps): Promise<number> {
  const { db, now } = deps
  const claimed = await claimPictures(db, now(), addMinutes(now(), LEASE_MINUTES), BATCH)
  for (const one of claimed) await sendPicture(deps, one)
  await settleChecks(db, now())
  await giveUpPending(db, now())
  return claimed.length
}

type Claimed = Awaited<ReturnType<typeof claimPictures>>[number]

async function sendPicture({ db, wechat, publicUrl, secret, now }: Deps, { id, fileId, tries, openid }: Claimed) {
  const at = now()
  if (openid === null || publicUrl === '')
    return recordStep(db, id, { state: 'unknown', traceId: null, nextAt: null, at })
  const url = `${publicUrl}${signedForCheck(secret, fileId, addMinutes(at, ANSWER_MINUTES))}`
  const traceId = await wechat.checkPicture(openid, url)
  if (traceId !== null)
    return recordStep(db, id, { state: 'pending', traceId, nextAt: addMinutes(at, ANSWER_MINUTES), at })
  const isLast = tries >= TRIES_MAX
  const nextAt = isLast ? null : addMinutes(at, LEASE_MINUTES)
  return recordStep(db, id, { state: isLast ? 'unknown' : 'waiting', traceId: null, nextAt, at })
}

/** What the checks say, in words by subject; what was never checked has none. */
export async function checksOf({ db }: Deps, subjects: readonly string[]) {
  const rows = subjects.length === 0 ? [] : await listChecks(db, subjects)
  return new Map(rows.map(({ subjectId, state, label }) => [subjectId, { state, zh: checkZh(state, label) }]))
}
