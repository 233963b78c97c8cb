import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCounty } from '../cases/world'
import { barriers } from '../kit/axe'
import { openPhone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import { tooSmall } from '../kit/measure'
import { IDS, openCertificates } from '../volunteering/certificates-world'
import { openWorld } from '../volunteering/world'

const PAGES = [
  '/pages/home/index',
  '/pages/cases/nearby',
  '/pages/cases/public?id=OPEN',
  '/pages/cases/holds',
  '/pages/cases/mine',
  '/pages/cases/progress?id=OPEN',
  '/pages/cases/outside?token=OUTSIDE',
  '/pages/cases/progress?id=CLOSED',
  '/pages/reports/new',
  '/pages/reports/sent?id=OPEN',
  '/pages/reports/drafts',
  '/pages/reports/rewards',
  '/pages/notices/list',
  '/pages/volunteering/list',
  '/pages/volunteering/detail?id=ACTIVITY',
  '/pages/volunteering/check-in?id=SIGNUP',
  '/pages/volunteering/hours',
  '/pages/volunteering/mine',
  '/mine/volunteering/certificates',
  '/mine/volunteering/certificate?k=CERTIFICATE',
  '/mine/volunteering/certificate?k=unknown',
  '/mine/volunteering/record?id=RECORD',
  '/mine/volunteering/stars',
  '/mine/volunteering/teams',
  '/mine/volunteering/team?id=TEAM',
  '/mine/volunteering/orders',
  '/mine/volunteering/order?id=ORDER',
  '/mine/volunteering/points',
  '/pages/people/me',
  '/pages/people/sign-in',
  '/pages/people/invite?token=INVITE',
  '/mine/people/sign-ins',
  '/mine/people/second-factor',
  '/mine/people/privacy',
  '/staff/home/index',
  '/staff/cases/list',
  '/staff/cases/list?view=all',
  '/staff/cases/detail?id=OPEN',
  '/staff/cases/detail?id=CLOSED',
  '/staff/cases/move?id=OPEN&plan=reclass',
  '/staff/cases/rates',
  '/staff/cases/spots',
  '/staff/cases/complaints',
  '/staff/cases/supervisions',
  '/staff/cases/supervision?id=ENTRY',
  '/staff/reports/intake',
  '/staff/reports/mails',
  '/staff/reports/rewards',
  '/staff/reports/reward-rules',
  '/staff/volunteering/activities',
  '/staff/volunteering/activity',
  '/staff/volunteering/shifts',
  '/staff/volunteering/board?id=SHIFT',
  '/staff/volunteering/scan?id=SHIFT',
  '/staff/volunteering/my-code?id=SIGNUP',
  '/staff/volunteering/certificates',
  '/staff/volunteering/requests',
  '/staff/volunteering/appeals',
  '/staff/volunteering/settlements',
  '/staff/volunteering/spot-checks',
  '/staff/volunteering/orders',
  '/staff/volunteering/exchange',
  '/staff/volunteering/qualifications',
  '/staff/volunteering/article',
  '/staff/volunteering/rules',
  '/staff/volunteering/order-kinds',
  '/staff/volunteering/book',
  '/staff/volunteering/stars',
  '/staff/settings/index',
  '/staff/settings/calendar',
  '/staff/settings/changes',
  '/staff/settings/audit',
  '/staff/settings/exports',
  '/staff/settings/keys',
  '/staff/settings/outbox',
  '/staff/settings/imports',
  '/staff/settings/categories',
  '/staff/settings/templates',
  '/staff/settings/announcements',
  '/staff/settings/retention',
  '/staff/settings/point-codes',
  '/staff/settings/consents',
  '/staff/settings/categories?id=D1',
  '/staff/grids/duties',
  '/staff/grids/duties?id=WG09',
  '/staff/people/list',
  '/staff/people/list?view=invites',
  '/staff/people/detail?id=STAFF',
]

let browser: Awaited<ReturnType<typeof openBrowser>>
let served: Awaited<ReturnType<typeof serveHouse>>
let county: Awaited<ReturnType<typeof openCounty>>
/** Two cases of the citizen who opens the pages. */
let open = ''
let closed = ''
/** A 督办单 of the open one. */
let entry = ''
/** An invite nobody took yet; making it fills the journal too. */
let invite = ''
/** A link for an outside body. */
let outside = ''
/** The key of an issued certificate of the citizen; another waits for the office. */
let certificate = ''
let order = ''
/** An activity the citizen is serving in right now, led by the reviewer. */
let service = { activityId: '', signUpId: '', shiftId: '', recordId: '', teamId: '' }
beforeAll(async () => {
  county = await openCounty()
  open = await county.caseAt('processing')
  closed = await county.caseAt('closed')
  entry = await anEntry(open)
  await aHold()
  service = await aService()
  outside = await anOutsideLink()
  certificate = await aCertificate()
  order = await anOrder()
  const asked = { key: county.key(), name: '陈工', role: 'verifier', days: 7 }
  invite = String((await county.ask(county.cast.admin, 'POST', '/api/invites', asked)).token)
  served = await serveHouse(county)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

/** One of lin's own, and something on the shelf of the points. */
async function anOrder() {
  const { cast, ask, key } = county
  const shelf = { zh: '环保袋', points: 1, stock: 5, placeZh: '滨江站', windowZh: '周一至周五', keepDays: 7 }
  await ask(cast.admin, 'POST', '/api/point-items', { key: key(), ...shelf })
  const asked = { kind: 'repair', words: '家里灯不亮', placeZh: '三号楼', contact: { phone: '13800000000' } }
  return String((await ask(cast.lin, 'POST', '/api/service-orders', { key: key(), ...asked })).id)
}

async function anEntry(caseId: string) {
  const body = { key: county.key(), colour: 'red', isListed: true, note: '请立即处置' }
  return String((await county.ask(county.cast.admin, 'POST', `/api/cases/${caseId}/supervisions`, body)).id)
}

async function aHold() {
  const reviewAt = new Date(county.now().getTime() + 9 * 86_400_000).toISOString()
  const suspend = { suspendReason: 'season', reviewAt, note: '水位回落后清理' }
  await county.move(county.cast.admin, await county.caseAt('processing'), 'suspend', suspend)
}

async function anOutsideLink() {
  const { reviewer } = county.cast
  const id = await county.caseAt('filed')
  await county.move(reviewer, id, 'transfer', { target: '公路段', externalNumber: '', note: '省道' })
  const body = { key: county.key(), name: '县公路段', days: 14 }
  return String((await county.ask(reviewer, 'POST', `/api/cases/${id}/outside-links`, body)).token)
}

async function aService() {
  const { lin, reviewer } = county.cast
  const world = await openWorld({ db: county.db, now: county.now() })
  const soon = (minutes: number) => new Date(county.now().getTime() + minutes * 60_000)
  const { id, shifts } = await world.anActivity({
    signUpFrom: soon(-600),
    signUpEndsAt: soon(60),
    shifts: [{ from: soon(-5), to: soon(120), leader: reviewer, posts: { 清捡组: 5, 劝导组: 1 } }],
  })
  const shiftId = shifts[0]?.id ?? ''
  await world.ask(lin, 'POST', '/api/volunteers', { key: world.key(), displayName: '林晓岚', ageBand: 'adult' })
  await world.signUp(lin, shiftId)
  const signUpId = await world.signUpId(lin, shiftId)
  await world.show(lin, signUpId, 'in', (await world.code(reviewer, shiftId, 'in')).digits)
  return { activityId: id, signUpId, shiftId, recordId: await aRecord(world), teamId: await ledTeam(world) }
}

/** The citizen leads the team that has all this, and somebody asks to join. */
async function ledTeam({ db, teamId, volunteer, ask, key }: Awaited<ReturnType<typeof openWorld>>) {
  await db.execute(sql`insert into team_members (id, team_id, person_id, role, state, is_primary, words, asked_at, since)
    values ('lead', ${teamId}, ${county.cast.lin.id}, 'lead', 'active', true, '', now(), now())`)
  const asker = await volunteer('马莉莉')
  await ask(asker, 'POST', `/api/teams/${teamId}/requests`, { key: key(), words: '住在河边' })
  return teamId
}

/** Yesterday's service, on record and asked about; a star on the way. */
async function aRecord(world: Awaited<ReturnType<typeof openWorld>>) {
  const { lin, reviewer } = county.cast
  const then = (minutes: number) => new Date(county.now().getTime() - 1440 * 60_000 + minutes * 60_000)
  const { shifts } = await world.anActivity({
    signUpFrom: then(-600),
    shifts: [{ from: then(0), to: then(120), leader: reviewer }],
  })
  const recordId = await laidDown(world, shifts[0]?.id ?? '', lin.id, then(0))
  const why = { key: county.key(), reason: 'wrong_time', reasonZh: '多算了十分钟' }
  await county.ask(lin, 'POST', `/api/sign-ups/${recordId}/hours-checks`, why)
  await county.ask(lin, 'POST', '/api/my-stars', { key: county.key(), stars: 1 })
  return recordId
}

async function laidDown({ db }: Awaited<ReturnType<typeof openWorld>>, shiftId: string, personId: string, from: Date) {
  const at = sql`${from.toISOString()}::timestamptz`
  await db.execute(sql`with s as (
      insert into sign_ups (id, activity_id, shift_id, post_id, is_post_chosen, person_id, state, starts_at, ends_at, created_at)
      select 'past', t.activity_id, t.id, p.id, true, ${personId}, 'approved', t.starts_at, t.ends_at, t.starts_at
      from shifts t join posts p on p.shift_id = t.id where t.id = ${shiftId} returning id)
    insert into service_records (id, sign_up_id, person_id, served_from, served_to, raw_minutes, credited_minutes, evidence,
      is_auto_closed, confirmed_by, confirmed_at)
    select 'past', id, ${personId}, ${at}, ${at} + interval '2 hours', 120, 120, 'strong', false, 'x', ${at} from s`)
  await db.execute(sql`insert into hours_ledger (id, person_id, kind, minutes, evidence, record_id, served_at, reason_zh, actor_id, at)
    values ('past', ${personId}, 'grant', 120, 'strong', 'past', ${at}, '领队确认名单', 'x', ${at}),
      ('past-opening', ${personId}, 'opening', 6000, 'strong', null, ${at}, '期初', 'x', ${at})`)
  return 'past'
}

async function aCertificate() {
  const world = await openCertificates({ db: county.db, now: county.now() })
  const { lin, admin } = county.cast
  await world.serve(lin, { day: '2026-05-02' })
  await world.named(lin, '林晓岚', IDS.chen)
  const { id } = await world.request(lin, { toDay: '2026-06-01' })
  await world.move(admin, id, 'issue')
  await world.request(lin, { fromDay: '2026-04-01', toDay: '2026-06-01' })
  return (await world.mine(lin, id)).linkKey
}

const filled = (path: string) =>
  path
    .replace('OPEN', open)
    .replace('ENTRY', entry)
    .replace('CERTIFICATE', certificate)
    .replace('CLOSED', closed)
    .replace('TEAM', service.teamId)
    .replace('ACTIVITY', service.activityId)
    .replace('SIGNUP', service.signUpId)
    .replace('SHIFT', service.shiftId)
    .replace('RECORD', service.recordId)
    .replace('ORDER', order)
    .replace('INVITE', invite)
    .replace('OUTSIDE', outside)
    .replace('STAFF', county.cast.reviewer.id)

test.each(PAGES)(
  '%s opens without an error, a stranger or a sideways scroll, in both modes',
  async (path) => {
    for (const elder of [false, true]) {
      const isAdmins = /^\/staff\/(settings|people|grids|volunteering\/(certificates|book|stars))/.test(path)
      const as = isAdmins ? county.cast.admin : path.startsWith('/staff') ? county.cast.reviewer : county.cast.lin
      const phone = await openPhone(browser, served.base, { as, elder })
      await phone.open(filled(path))
      expect(phone.errors).toEqual([])
      expect(phone.strangers).toEqual([])
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await tooSmall(phone, elder ? 18 : 11, elder ? 59 : 39)).toEqual([])
      expect(await barriers(phone.page)).toEqual([])
      await phone.context.close()
    }
  },
  60_000,
)

test('a citizen page keeps the width of a phone on a wide screen', async () => {
  const phone = await openPhone(browser, served.base, { as: county.cast.reviewer, width: 1440, height: 900 })
  await phone.open('/pages/people/me')
  const box = await phone.page.locator('.screen').boundingBox()
  expect(box).toMatchObject({ x: 480, width: 480 })
  await phone.context.close()
})

test('a browser without a session is led to the accounts, chooses one, and is that person', async () => {
  const phone = await openPhone(browser, served.base)
  await phone.open('/pages/people/me')
  await phone.page.getByRole('button', { name: '去登录' }).click()
  await phone.page.getByRole('button', { name: /何敏/ }).click()
  await phone.page.getByText('审核员').first().waitFor()
  expect(phone.errors).toEqual([])
  await phone.context.close()
})
