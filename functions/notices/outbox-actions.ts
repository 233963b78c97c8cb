import { addDays, addMinutes } from '../../shared/kit/time'
import { type Outcome, stepAfter } from '../../shared/notices/outbox'
import { MESSAGE_KINDS, type MessageKind, messageData } from '../../shared/notices/templates'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import {
  type Claimed,
  claimMessages,
  countOutbox,
  findMessage,
  findReceiver,
  listAcceptances,
  listDead,
  recordAcceptances,
  recordMove,
  recordTry,
} from './outbox-queries'

const BATCH = 20
/** Longer than a call may take with all its tries. */
const LEASE_MINUTES = 2
const COUNTED_DAYS = 30

export async function listOffers({ db, templates }: Deps, { id }: Pick<Actor, 'id'>) {
  const left = new Map((await listAcceptances(db, id)).map((row) => [row.kind, row.left]))
  return {
    items: MESSAGE_KINDS.flatMap((kind) => {
      const template = templates[kind]
      return template ? [{ kind, templateId: template.id, left: left.get(kind) ?? 0 }] : []
    }),
  }
}

export async function reportAcceptance(deps: Deps, actor: Actor, accepted: readonly MessageKind[], send: Send) {
  await recordAcceptances(deps.db, send, accepted, deps.now())
  return listOffers(deps, actor)
}

/** Whether a message's person may still see what it tells of. */
export type StillSeen = (message: Claimed) => Promise<boolean>
type Tried = { readonly outcome: Outcome; readonly why: string; readonly left: 'used' | 'none' | 'kept' }

/** Sends what is due until nothing is. Late, twice or on two servers at once, nobody gets anything twice. */
export async function sendMessages(deps: Deps, isSeen: StillSeen): Promise<number> {
  let sent = 0
  for (let n = 0; n < BATCH; n++) {
    const claimed = await claimMessages(deps.db, deps.now(), addMinutes(deps.now(), LEASE_MINUTES), BATCH)
    if (claimed.length === 0) break
    await Promise.all(claimed.map((one) => sendOne(deps, one, isSeen)))
    sent += claimed.length
  }
  return sent
}

async function sendOne(deps: Deps, message: Claimed, isSeen: StillSeen) {
  const { outcome, why, left } = await tryOne(deps, message, isSeen)
  const { state, afterMinutes } = stepAfter(outcome, message.tries)
  const at = deps.now()
  const nextAt = afterMinutes === null ? null : addMinutes(at, afterMinutes)
  await recordTry(deps.db, message, { state, nextAt, at, why, left })
}

async function tryOne({ db, templates, wechat }: Deps, message: Claimed, isSeen: StillSeen): Promise<Tried> {
  const unseen = (why: string): Tried => ({ outcome: 'unseen', why, left: 'kept' })
  const to = await findReceiver(db, message)
  if (!to?.openid || to.disabledAt !== null) return unseen('这个账号不能收微信消息')
  if (to.link === null || !(await isSeen(message))) return unseen('对方已不能看到这件事')
  if (to.left < 1) return { outcome: 'gone', why: '没有剩下的授权', left: 'kept' }
  const template = templates[message.kind]
  if (!template) return { outcome: 'bad', why: '没有配置这种消息的模板', left: 'kept' }
  const data = messageData(template, message.facts)
  const page = to.link.replace(/^\//, '')
  const { sent, why } = await wechat.sendMessage({ openid: to.openid, templateId: template.id, page, data })
  return { outcome: sent, why, left: sent === 'sent' ? 'used' : sent === 'gone' ? 'none' : 'kept' }
}

/** What was sent is the whole county's: an administrator of one grid does not look. */
export function admitSender(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

export async function readOutbox({ db, now }: Deps) {
  const [counts, dead] = await Promise.all([countOutbox(db, addDays(now(), -COUNTED_DAYS)), listDead(db)])
  return {
    counts,
    dead: dead.map(({ facts, at, ...row }) => ({
      ...row,
      ...{ title: facts.state, text: facts.title, at: at.toISOString() },
    })),
  }
}

export async function moveDead(deps: Deps, id: string, move: 'again' | 'drop', send: Send) {
  const moved = await recordMove(deps.db, send, id, move, deps.now())
  if (moved) return readOutbox(deps)
  return (await findMessage(deps.db, id))
    ? fail('wrong_state', '这条消息已经处理过了')
    : fail('not_found', '没有找到这条消息')
}
