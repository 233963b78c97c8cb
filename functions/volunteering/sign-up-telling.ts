import { addMinutes } from '../../shared/kit/time'
import { RETIME_TELL, SIGN_UP_TELLS } from '../../shared/volunteering/sign-up-tells'
import type { Deps } from '../http/deps'
import { findMark, recordMark } from '../notices/mark-queries'
import { listUntoldMoves, recordNews, type UntoldMove } from './telling-queries'

const BATCH = 200
/** The journal is read again a little way back: a row may be written by a slower request after a later one. */
const LOOK_BACK_MINUTES = 10
const MARK = 'tell-sign-ups'

/** Tells people what became of their sign-ups: approved, turned down, a seat offered, an offer lapsed. */
export async function tellSignUps({ db }: Deps): Promise<number> {
  const mark = await findMark(db, MARK)
  const events = await listUntoldMoves(db, addMinutes(mark, -LOOK_BACK_MINUTES), BATCH)
  const news = events.flatMap(newsOf)
  if (news.length > 0) await recordNews(db, news)
  const last = events.at(-1)
  if (last) await recordMark(db, MARK, addMinutes(last.at, events.length === BATCH ? LOOK_BACK_MINUTES : 0))
  return news.length
}

function newsOf(event: UntoldMove) {
  const { move } = event
  const tell = move === 'retime' ? RETIME_TELL : move === 'sign_up' ? undefined : SIGN_UP_TELLS[move]
  if (!tell || event.by === event.personId) return []
  const { id, personId, at } = event
  const link = '/pages/volunteering/mine'
  return [{ id: `sign-up.${id}`, personId, cause: `sign-up:${id}`, title: tell.title, text: tell.zh(event), link, at }]
}
