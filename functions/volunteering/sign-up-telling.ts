import { RETIME_TELL, SIGN_UP_TELLS } from '../../shared/volunteering/sign-up-tells'
import type { Deps } from '../http/deps'
import { tellOn } from '../notices/telling'
import { listUntoldMoves, recordNews, type UntoldMove } from './telling-queries'

/** Tells people what became of their sign-ups: approved, turned down, a seat offered, an offer lapsed. */
export const tellSignUps = ({ db }: Deps) =>
  tellOn(db, {
    mark: 'tell-sign-ups',
    list: (from, size) => listUntoldMoves(db, from, size),
    tell: async (events) => {
      const news = events.flatMap(newsOf)
      if (news.length > 0) await recordNews(db, news)
    },
  })

function newsOf(event: UntoldMove) {
  const { move } = event
  const tell = move === 'retime' ? RETIME_TELL : move === 'sign_up' ? undefined : SIGN_UP_TELLS[move]
  if (!tell || event.by === event.personId) return []
  const { id, personId, at } = event
  const link = '/pages/volunteering/mine'
  return [
    {
      id: `sign-up.${id}`,
      personId,
      cause: `sign-up:${id}`,
      title: tell.title,
      text: tell.zh(event),
      link,
      at,
      about: event.title,
    },
  ]
}
