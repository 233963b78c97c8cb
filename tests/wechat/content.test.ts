import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { checkPictures } from '../../functions/files/content-actions'
import { contentChecks } from '../../schema/files'
import { people } from '../../schema/people'
import { openCounty, PLACE } from '../cases/world'
import { freshPostgres } from '../kit/databases'

/** One county for all: every test has a person of its own who came through WeChat, with one photo, and knobs as new. */
const shared = await openCounty()

async function open(county = shared) {
  const { db, fake, photo, person, deps, key, ask } = county
  Object.assign(fake.knobs, { busy: 0, pushMissigned: false, pushTwice: false, pushDelayMs: 0 })
  const me = await person('林晓岚')
  const openid = `o-${me.id}`
  await db.update(people).set({ openid }).where(eq(people.id, me.id))
  const id = await photo(me)
  const of = (subject: string) => db.select().from(contentChecks).where(eq(contentChecks.subjectId, subject))
  const checkOf = async (subject = id) => (await of(subject))[0]
  const wordsOf = () =>
    db
      .select()
      .from(contentChecks)
      .where(and(eq(contentChecks.personId, me.id), eq(contentChecks.kind, 'report')))
  const run = async () => {
    await checkPictures(deps)
    await fake.settled()
  }
  const later = (minutes: number) => county.at(new Date(county.now().getTime() + minutes * 60_000))
  const report = (more: object = {}) =>
    ask(me, 'POST', '/api/reports', {
      ...{ key: key(), photos: [id], position: { ...PLACE, accuracyM: 8 }, categoryCode: 'D1', words: '井盖塌了半边' },
      ...more,
    })
  return { ...county, me, openid, id, checkOf, wordsOf, run, later, report }
}

test('a rating or a word on one’s own case that is risky is refused, and nothing of it is done', async () => {
  const { caseAt, cast, db, ask, key } = shared
  await db.update(people).set({ openid: 'o-lin' }).where(eq(people.id, cast.lin.id))
  const rated = await caseAt('closed')
  const rate = (words: string) =>
    ask(cast.lin, 'POST', `/api/my-cases/${rated}/ratings`, { key: key(), score: 5, tags: [], words })
  expect(await rate('违规的话')).toMatchObject({ status: 422, refused: 'invalid', field: 'words' })
  expect(await rate('修得快')).toMatchObject({ status: 200 })
  const open = await caseAt('submitted')
  const withdraw = (note: string) =>
    ask(cast.lin, 'POST', `/api/my-cases/${open}/transitions`, { key: key(), move: 'withdraw', note })
  expect(await withdraw('违规的话')).toMatchObject({ status: 422, field: 'note' })
  expect(await withdraw('已经有人修了')).toMatchObject({ status: 200, state: 'withdrawn' })
})

describe('a photo', () => {
  test('waits, is sent, and passes by push; that alone shows it to nobody', async () => {
    const { checkOf, run, report, ask } = await open()
    expect(await checkOf()).toMatchObject({ state: 'waiting', tries: 0 })
    await run()
    expect(await checkOf()).toMatchObject({ state: 'pass', tries: 1, label: 100 })
    const { id } = await report()
    expect(await ask(null, 'GET', `/api/public-cases/${id}`)).toMatchObject({ status: 404 })
  })

  test('is fetched by a link that opens for an hour and then no more', async () => {
    const { id, deps, app, later } = await open()
    const seen: string[] = []
    const wechat = { ...deps.wechat, checkPicture: async (_: string, url: string) => `t${seen.push(url)}` }
    await checkPictures({ ...deps, wechat })
    const [url = ''] = seen
    expect(url).toContain(`/api/pictures/${id}/full`)
    later(59)
    expect((await app.request(url)).status).toBe(200)
    later(2)
    expect((await app.request(url)).status).toBe(404)
  })

  test.each([
    ['risky', 'risky', 20006],
    ['review', 'review', 20001],
  ] as const)('that WeChat finds %s is so for the reviewer', async (fate, state, label) => {
    const { id, checkOf, run, fake } = await open()
    fake.knobs.pictures.set(id, fate)
    await run()
    expect(await checkOf()).toMatchObject({ state, label })
  })

  test('that cannot be fetched is sent once more, then has no result', async () => {
    const { id, checkOf, run, fake } = await open()
    fake.knobs.pictures.set(id, 'unreachable')
    await run()
    expect(await checkOf()).toMatchObject({ state: 'waiting', tries: 1 })
    await run()
    expect(await checkOf()).toMatchObject({ state: 'unknown', tries: 2 })
    await run()
    expect(await checkOf()).toMatchObject({ state: 'unknown', tries: 2 })
  })

  test('whose answer never comes has no result after an hour', async () => {
    const { id, checkOf, run, fake, later } = await open()
    fake.knobs.pictures.set(id, 'never')
    await run()
    later(59)
    await run()
    expect(await checkOf()).toMatchObject({ state: 'pending' })
    later(1)
    await run()
    expect(await checkOf()).toMatchObject({ state: 'unknown' })
  })

  test('WeChat does not take is tried twice, a minute apart', async () => {
    const { checkOf, run, fake, later, openid } = await open()
    fake.knobs.stale.add(openid)
    await run()
    await run()
    expect(await checkOf()).toMatchObject({ state: 'waiting', tries: 1 })
    later(1)
    await run()
    expect(await checkOf()).toMatchObject({ state: 'unknown', tries: 2 })
  })

  test('a false push settles nothing', async () => {
    const { checkOf, run, fake } = await open()
    fake.knobs.pushMissigned = true
    await run()
    expect(await checkOf()).toMatchObject({ state: 'pending' })
  })

  test('pushed twice and late is settled once', async () => {
    const { checkOf, run, fake } = await open()
    Object.assign(fake.knobs, { pushTwice: true, pushDelayMs: 30 })
    await run()
    expect(await checkOf()).toMatchObject({ state: 'pass' })
  })

  test('pushed before we noted its trace is settled all the same', async () => {
    const { checkOf, deps, fake } = await open()
    const { wechat } = deps
    const checkPicture = async (openid: string, url: string) => {
      const trace = await wechat.checkPicture(openid, url)
      await fake.settled()
      return trace
    }
    await checkPictures({ ...deps, wechat: { ...wechat, checkPicture } })
    expect(await checkOf()).toMatchObject({ state: 'pass' })
  })

  test('of somebody without WeChat waits for a person', async () => {
    const { photo, cast, checkOf, run } = await open()
    const id = await photo(cast.zhou)
    await run()
    expect(await checkOf(id)).toMatchObject({ state: 'unknown' })
  })

  test('is sent once by two servers at the same time', async () => {
    const postgres = await freshPostgres()
    if (!postgres) return
    const { deps, fake, photo, me } = await open(await openCounty({ db: postgres.db }))
    for (let n = 0; n < 9; n++) await photo(me)
    await Promise.all([checkPictures(deps), checkPictures(deps), checkPictures(deps)])
    await fake.settled()
    expect(fake.state.calls.filter((path) => path === '/wxa/media_check_async')).toHaveLength(10)
    await postgres.close()
  })

  test('carries its result into 照片审核', async () => {
    const { id, fake, run, report, person, ask } = await open()
    const reviewer = await person('何敏', [['reviewer']])
    fake.knobs.pictures.set(id, 'risky')
    const { id: caseId } = await report()
    await run()
    const { items } = (await ask(reviewer, 'GET', `/api/cases/${caseId}/photos`)) as unknown as {
      items: { state: string; contentZh: string; isRisky: boolean }[]
    }
    expect(items).toMatchObject([{ state: 'unchecked', contentZh: '可能违规（违法犯罪）', isRisky: true }])
  })
})

describe('words', () => {
  test('that are risky are refused in a sentence, and the finding is kept', async () => {
    const { report, wordsOf } = await open()
    expect(await report({ words: '这是违规内容' })).toMatchObject({
      status: 422,
      refused: 'invalid',
      field: 'words',
    })
    expect(await wordsOf()).toMatchObject([{ state: 'risky', label: 20006 }])
  })

  test.each([
    ['请复核一下', 'review'],
    ['井盖塌了', 'pass'],
  ])('%s is taken and kept as %s', async (words, state) => {
    const { report, wordsOf } = await open()
    expect(await report({ words })).toMatchObject({ status: 200 })
    expect(await wordsOf()).toMatchObject([{ state }])
  })

  test('are taken while WeChat is away, without a result', async () => {
    const { report, wordsOf, fake } = await open()
    fake.knobs.busy = 1_000
    expect(await report({ words: '违规' })).toMatchObject({ status: 200 })
    expect(await wordsOf()).toMatchObject([{ state: 'unknown' }])
  })
})
