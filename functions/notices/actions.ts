import { pageFrom, readCursor } from '../../shared/kit/page'
import type { NoticeView } from '../../shared/notices/contract'
import type { Actor } from '../../shared/people/roles'
import type { Deps, Send } from '../http/deps'
import { fail } from '../http/refused'
import { countUnread, findNotice, listInbox, recordAllRead, recordRead } from './queries'

type Row = Awaited<ReturnType<typeof listInbox>>[number]

const view = ({ id, title, text, link, at, readAt }: Row): NoticeView => ({
  ...{ id, title, text, link },
  at: at.toISOString(),
  readAt: readAt?.toISOString() ?? null,
})

export async function listNotices(
  { db }: Deps,
  actor: Actor,
  { size, cursor }: { size: number; cursor?: string | undefined },
) {
  const [rows, unread] = await Promise.all([
    listInbox(db, actor.id, { size, cursor: readCursor(cursor) }),
    countUnread(db, actor.id),
  ])
  const page = pageFrom(rows, size, ({ at, id }) => ({ at: at.toISOString(), id }))
  return { ...page, items: page.items.map(view), unread }
}

const notFound = () => fail('not_found', '没有找到这条消息')

export async function readNotice({ db, now }: Deps, actor: Actor, id: string, send: Send): Promise<NoticeView> {
  if (!(await recordRead(db, send, id, now()))) return notFound()
  return showNotice({ db }, actor, id)
}

export async function showNotice({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<NoticeView> {
  return view((await findNotice(db, actor.id, id)) ?? notFound())
}

/** Harmless to repeat: what is read stays read. */
export async function readAllNotices({ db, now }: Deps, actor: Actor) {
  await recordAllRead(db, actor.id, now())
  return { unread: await countUnread(db, actor.id) }
}
