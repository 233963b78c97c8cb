import { maskName } from '../../../shared/kit/mask'
import { pageFrom, readCursor } from '../../../shared/kit/page'
import { shanghaiMoment } from '../../../shared/kit/time'
import { checkCountyAdmin } from '../../../shared/people/grants'
import type { Actor } from '../../../shared/people/roles'
import type { StarApplicationState } from '../../../shared/volunteering/ledger/codes'
import {
  decideStar,
  decideStarApply,
  openStarMoves,
  STAR_MOVE_ZH,
  type StarMove,
  type StarNow,
} from '../../../shared/volunteering/ledger/stars'
import type { MyStars, PublicStar, StarDeskRow } from '../../../shared/volunteering/ledger/stars-contract'
import { STAR_ZH } from '../../../shared/volunteering/words'
import { readCalendar } from '../../cases/calendar'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { readTotals } from '../settlement-queries'
import { findVolunteer } from '../sign-up-queries'
import {
  findStar,
  listStarDesk,
  listStarLevels,
  listStarPublicity,
  listStarsOf,
  recordObjection,
  recordStarApply,
  recordStarMove,
  type StarRow,
} from './star-queries'

const ALWAYS = shanghaiMoment('2000-01-01')
const notFound = () => fail('not_found', '没有找到这份申报')

const shown = ({ id, stars, hours, state, appliedAt, publicUntil }: StarRow['application']) => ({
  ...{ id, stars, hours, state },
  appliedAt: appliedAt.toISOString(),
  publicUntil: publicUntil.toISOString(),
})

export async function readMyStars({ db }: Deps, actor: Actor): Promise<MyStars> {
  const [{ total }, levels, mine] = await Promise.all([
    readTotals(db, actor.id, ALWAYS),
    listStarLevels(db),
    listStarsOf(db, actor.id),
  ])
  return {
    minutes: total,
    levels: levels.map(({ stars, hours }) => {
      const application = mine.find((one) => one.stars === stars) ?? null
      const isLive = application !== null && application.state !== 'refused'
      return {
        ...{ stars, hours, mayApply: !isLive && total >= hours * 60 },
        application: application && { ...shown(application), note: application.note },
      }
    }),
  }
}

export async function applyForStar(deps: Deps, actor: Actor, stars: number, send: Send) {
  const { db } = deps
  const at = deps.now()
  if (!(await findVolunteer(db, actor.id))) fail('wrong_state', '请先注册成为志愿者')
  const [{ total }, levels, calendar] = await Promise.all([
    readTotals(db, actor.id, ALWAYS),
    listStarLevels(db),
    readCalendar(db, at),
  ])
  const decision = grant(decideStarApply(actor, stars, { minutes: total, levels, calendar }, at))
  await recordStarApply(db, decision, deps.newId(), send).catch(twice('star_applications_live_key', '这一级已经申报过'))
  return readMyStars(deps, actor)
}

const twice = (constraint: string, zh: string) => (err: unknown) => {
  if (brokenConstraint(err, constraint)) return fail('conflict', zh)
  throw err
}

const publicView = ({ application, personZh }: StarRow, now: Date): PublicStar => ({
  ...shown(application),
  personZh: maskName(personZh),
  minutes: application.minutes,
  isOpen: application.state === 'publicised' && now < application.publicUntil,
})

export async function readPublicity(deps: Deps, { cursor, size }: { cursor?: string | undefined; size: number }) {
  const rows = await listStarPublicity(deps.db, readCursor(cursor), size)
  const page = pageFrom(rows, size, cursorOf)
  return { ...page, items: page.items.map((row) => publicView(row, deps.now())) }
}

const cursorOf = ({ application: { appliedAt, id } }: StarRow) => ({ at: appliedAt.toISOString(), id })

export async function readPublicStar(deps: Deps, id: string) {
  return publicView((await findStar(deps.db, id)) ?? notFound(), deps.now())
}

export async function objectToStar(deps: Deps, actor: Actor, id: string, words: string, send: Send) {
  const at = deps.now()
  const { application } = (await findStar(deps.db, id)) ?? notFound()
  if (application.personId === actor.id) fail('forbidden', '不能对自己的申报提出异议')
  if (application.state !== 'publicised' || at >= application.publicUntil) fail('wrong_state', '公示期已过')
  const given = { id: deps.newId(), applicationId: id, words, at }
  const done = await recordObjection(deps.db, given, send).catch(
    twice('star_objections_person_key', '您已对这份申报提过异议'),
  )
  if (!done) fail('wrong_state', '公示期已过')
  return readPublicStar(deps, id)
}

const nowOf = ({ application, minutes, objections }: StarRow): StarNow => ({
  ...{ ...application, minutes, objections: objections.length },
})

const deskView = (row: StarRow, actor: Actor, at: Date): StarDeskRow => ({
  ...shown(row.application),
  ...{ personZh: row.personZh, number: row.number, minutes: row.minutes, note: row.application.note },
  appliedMinutes: row.application.minutes,
  objections: row.objections.map(({ words, at: said }) => ({ words, at: new Date(said).toISOString() })),
  moves: openStarMoves(nowOf(row), actor, at),
})

type DeskQuery = { readonly cursor?: string | undefined; readonly size: number; readonly state: StarApplicationState }

function countyOnly(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

export async function readStarDesk(deps: Deps, actor: Actor, { cursor, size, state }: DeskQuery) {
  countyOnly(actor)
  const page = pageFrom(await listStarDesk(deps.db, state, readCursor(cursor), size), size, cursorOf)
  return { ...page, items: page.items.map((row) => deskView(row, actor, deps.now())) }
}

export async function readStarApplication(deps: Deps, actor: Actor, id: string) {
  countyOnly(actor)
  return deskView((await findStar(deps.db, id)) ?? notFound(), actor, deps.now())
}

export async function moveStar(
  deps: Deps,
  actor: Actor,
  id: string,
  ask: { move: StarMove; note: string },
  send: Send,
) {
  countyOnly(actor)
  const row = (await findStar(deps.db, id)) ?? notFound()
  const decision = grant(decideStar(nowOf(row), actor, ask, deps.now()))
  const starZh = STAR_ZH[row.application.stars] ?? ''
  const text = [`您申报的${starZh}：${STAR_MOVE_ZH[ask.move]}`, ask.note].filter(Boolean).join('。')
  const tell = { id: deps.newId(), title: '星级申报有结果', text }
  if (!(await recordStarMove(deps.db, decision, tell, send))) fail('conflict', '申报或时长刚有变化，请刷新')
  return readStarApplication(deps, actor, id)
}
