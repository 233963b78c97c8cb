import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { saidBy } from '../../functions/db/errors'
import { allow } from '../../functions/db/rate'
import { isCertificateNumber } from '../../shared/volunteering/certificates/number'
import { canonical } from '../../shared/volunteering/certificates/snapshot'
import { IDS, openCertificates } from './certificates-world'
import { at } from './world'

describe('the name a person gives', () => {
  test('is sealed, shown masked, opened never by this, and gone when they say so', async () => {
    const { named, chen, ask, rows, key } = await openCertificates()
    expect(await named(chen, '陈小丽', '610724199003070021')).toMatchObject({ status: 422, field: 'idNumber' })
    const shown = { realName: { nameMasked: '陈＊丽', idKind: 'resident', idMasked: `6${'*'.repeat(16)}X` } }
    expect(await named(chen, '陈小丽', IDS.chen)).toMatchObject({ status: 200, ...shown })
    expect(await ask(chen, 'GET', '/api/my-real-name')).toMatchObject(shown)
    const [row] = await rows<object>(sql`select * from real_names`)
    expect(JSON.stringify(row)).not.toContain('陈小丽')
    expect(JSON.stringify(row)).not.toContain(IDS.chen)
    expect(await ask(chen, 'POST', '/api/my-real-name/deletion', { key: key() })).toMatchObject({ realName: null })
    expect(await rows(sql`select * from real_names`)).toEqual([])
  })

  test('is not taken without consent of its own', async () => {
    const { chen, ask, key } = await openCertificates()
    const body = { key: key(), name: '陈小丽', idKind: 'resident', idNumber: IDS.chen }
    expect(await ask(chen, 'POST', '/api/my-real-name', body)).toMatchObject({ status: 400 })
    expect(await ask(chen, 'POST', '/api/my-real-name', { ...body, consent: false })).toMatchObject({
      status: 400,
      zh: expect.stringContaining('同意'),
    })
  })
})

describe('from request to paper', () => {
  test('asks for a name first, for hours of that very unit, and once', async () => {
    const { request, serve, named, chen } = await openCertificates()
    expect(await request(chen)).toMatchObject({ refused: 'missing', field: 'realName' })
    await named(chen, '陈小丽', IDS.chen)
    expect(await request(chen)).toMatchObject({ refused: 'not_ready' })
    await serve(chen, { day: '2026-05-02' })
    expect(await request(chen, { teamId: 'another' })).toMatchObject({ refused: 'not_ready' })
    expect(await request(chen, { fromDay: '2026-06-01' })).toMatchObject({ refused: 'not_ready' })
    expect(await request(chen)).toMatchObject({ status: 200, standing: 'requested', number: null })
    expect(await request(chen)).toMatchObject({ status: 409, refused: 'conflict' })
  })

  test('a resend of a request or an issue makes nothing twice', async () => {
    const { serve, named, chen, ask, key, teamId, author, rows } = await openCertificates()
    await serve(chen, { day: '2026-05-02' })
    await named(chen, '陈小丽', IDS.chen)
    const body = { key: key(), teamId, fromDay: '2026-01-01', toDay: '2026-06-27' }
    const first = await ask(chen, 'POST', '/api/my-certificates', body)
    expect(await ask(chen, 'POST', '/api/my-certificates', body)).toEqual(first)
    const issue = { key: key(), version: 0, move: 'issue', headZh: '韩立', contactZh: '0916' }
    const path = `/api/certificates/${first.id}/transitions`
    const once = await ask(author, 'POST', path, issue)
    expect(once).toMatchObject({ status: 200, standing: 'valid' })
    expect(await ask(author, 'POST', path, issue)).toEqual(once)
    expect(await rows(sql`select last from certificate_numbers`)).toEqual([{ last: 1 }])
  })

  test('the office reads masked names only, never its own requests, and another unit’s leader nothing', async () => {
    const { serve, named, request, chen, head, ask, leader, volunteer, move } = await openCertificates()
    await serve(chen, { day: '2026-05-02' })
    await serve(head, { day: '2026-05-03' })
    await named(chen, '陈小丽', IDS.chen)
    await named(head, '周队长', IDS.lu)
    const { id } = await request(chen)
    const own = await request(head)
    const list = await ask(head, 'GET', '/api/certificates')
    expect(list).toMatchObject({ items: [{ id, nameMasked: '陈＊丽', records: 1, moves: ['issue', 'refuse'] }] })
    expect(JSON.stringify(list)).not.toContain('陈小丽')
    expect(JSON.stringify(list)).not.toContain(IDS.chen)
    expect(await move(head, own.id, 'issue')).toMatchObject({ status: 403 })
    const stranger = await volunteer('外队长', 'adult', [['shift_leader']])
    expect(await ask(stranger, 'GET', '/api/certificates')).toMatchObject({ items: [] })
    expect(await move(stranger, id, 'issue')).toMatchObject({ status: 404 })
    expect(await move(leader, id, 'issue')).toMatchObject({ status: 403 })
  })

  test('a refusal carries its reason to the volunteer, who may ask again', async () => {
    const { serve, named, request, chen, author, move, ask } = await openCertificates()
    await serve(chen, { day: '2026-05-02' })
    await named(chen, '陈小丽', IDS.chen)
    const { id } = await request(chen)
    expect(await move(author, id, 'refuse')).toMatchObject({ refused: 'missing', field: 'note' })
    expect(await move(author, id, 'refuse', { note: '名字与登记不符' })).toMatchObject({ standing: 'refused' })
    expect(await ask(chen, 'GET', '/api/my-certificates')).toMatchObject({
      items: [{ standing: 'refused', reason: '名字与登记不符', linkKey: null }],
    })
    expect(await request(chen)).toMatchObject({ status: 200 })
  })

  test('numbers have no gaps and links tell nothing of them', async () => {
    const { issued, request, move, author, chen, mine, rows } = await openCertificates()
    const first = await issued()
    const { id } = await request(chen, { fromDay: '2026-04-01' })
    await move(author, id, 'issue')
    const second = await mine(chen, id)
    expect([first.number, second.number].every(isCertificateNumber)).toBe(true)
    expect(await rows(sql`select serial from certificates order by serial`)).toEqual([{ serial: 1 }, { serial: 2 }])
    for (const { linkKey } of [first, second]) expect(Buffer.from(linkKey, 'base64url')).toHaveLength(16)
  })
})

describe('what anybody may verify', () => {
  test('the snapshot, its hash and signature, with nothing but the public key', async () => {
    const { issued, look, ask } = await openCertificates()
    const { linkKey, number } = await issued()
    const answer = await look(linkKey)
    expect(answer).toMatchObject({
      ...{ status: 200, standing: 'valid', isSigned: true },
      facts: {
        ...{ number, unit: '滨江社区新时代文明实践站', head: '韩立', handler: '韩立', contact: '0916-6212345' },
        holder: { name: '陈＊丽' },
        totals: {
          measured: { minutes: 125, hours: '2.0' },
          supplemented: { minutes: 64, hours: '1.0' },
          all: { minutes: 189, hours: '3.1' },
        },
      },
    })
    const { snapshot, sha256, signature, publicKey, keyId } = answer.proof as Record<string, string>
    expect(snapshot).toBe(canonical(answer.facts))
    const digest = createHash('sha256')
      .update(snapshot ?? '')
      .digest()
    expect(sha256).toBe(digest.toString('hex'))
    const { keys } = (await ask(null, 'GET', '/api/public/certificate-keys')) as unknown as {
      keys: (JsonWebKey & { kid: string })[]
    }
    const jwk = keys.find(({ kid }) => kid === keyId)
    expect(jwk).toMatchObject({ x: publicKey, kty: 'OKP' })
    const key = createPublicKey({ key: jwk ?? {}, format: 'jwk' })
    expect(verify(null, digest, key, Buffer.from(signature ?? '', 'base64url'))).toBe(true)
    expect(verify(null, Buffer.from(digest).fill(0, 0, 1), key, Buffer.from(signature ?? '', 'base64url'))).toBe(false)
  })

  test('no full name, no ID and no id of the person leaves by it', async () => {
    const { issued, look, chen } = await openCertificates()
    const text = JSON.stringify(await look((await issued()).linkKey))
    for (const secret of ['陈小丽', IDS.chen, chen.id]) expect(text).not.toContain(secret)
  })

  test('an unknown key, a number and a request not issued yet are the same 404', async () => {
    const { issued, look, request, chen } = await openCertificates()
    const { number, id } = await issued()
    const next = await request(chen, { fromDay: '2026-02-01' })
    const refusals = await Promise.all(['nothing', number, id, String(next.id)].map((one) => look(one)))
    for (const one of refusals) expect(one).toEqual(refusals[0])
    expect(refusals[0]).toMatchObject({ status: 404 })
  })

  test('a changed key still verifies what the old one signed', async () => {
    const { issued, look, deps } = await openCertificates()
    const { linkKey } = await issued()
    Object.assign(deps, { certificateKey: 'A'.repeat(43) })
    expect(await look(linkKey)).toMatchObject({ isSigned: true })
    Object.assign(deps, { certificateKey: '' })
    expect(await look(linkKey)).toMatchObject({ isSigned: true })
  })

  test('thirty looks a minute from one block, then 429 with the seconds to wait; other blocks are not held up', async () => {
    const { issued, look, app, now, at: turn } = await openCertificates()
    const { linkKey } = await issued()
    for (let i = 0; i < 30; i++) expect(await look(linkKey, `198.51.100.${i}`)).toMatchObject({ status: 200 })
    const held = await app.request(`/api/public/certificates/${linkKey}`, {
      headers: { 'x-forwarded-for': '1.1.1.1, 198.51.100.99' },
    })
    expect(held.status).toBe(429)
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await held.json()).toMatchObject({ refused: 'too_many', zh: expect.stringContaining('秒后') })
    expect(await look(linkKey, '203.0.113.1')).toMatchObject({ status: 200 })
    turn(new Date(now().getTime() + 60_000))
    expect(await look(linkKey, '198.51.100.1')).toMatchObject({ status: 200 })
  })

  test('name and last four: yes or no, five times a minute, and none once the name was deleted', async () => {
    const { issued, ask, chen, key } = await openCertificates()
    const { linkKey } = await issued()
    const check = (name: string, tail: string, from = '203.0.113.7') =>
      ask(null, 'POST', `/api/public/certificates/${linkKey}/checks`, { name, tail }, { 'x-forwarded-for': from })
    const tail = IDS.chen.slice(-4)
    expect(await check('陈小丽', tail.toLowerCase())).toMatchObject({ matches: true })
    expect(await check('陈大丽', tail)).toMatchObject({ matches: false })
    expect(await check('陈小丽', '0000')).toMatchObject({ matches: false })
    for (let i = 0; i < 2; i++) await check('陈小丽', '0001')
    expect(await check('陈小丽', tail)).toMatchObject({ status: 429 })
    // From everywhere at once: ten of one certificate a minute.
    for (let i = 0; i < 5; i++) expect(await check('陈小丽', '0002', `198.51.${i}.1`)).toMatchObject({ status: 200 })
    expect(await check('陈小丽', tail, '192.0.2.1')).toMatchObject({ status: 429 })
    await ask(chen, 'POST', '/api/my-real-name/deletion', { key: key() })
    expect(await check('陈小丽', tail, '192.0.3.1')).toMatchObject({ status: 409 })
  })
})

describe('the state now', () => {
  test('a correction makes it 记录已更正; the new paper stands for the old one, and both say so', async () => {
    const { issued, reverse, look, chen, request, move, author, ask, mine } = await openCertificates()
    const old = await issued()
    expect(await request(chen)).toMatchObject({ status: 409, refused: 'conflict' })
    await reverse(chen, old.served[0])
    expect(await look(old.linkKey)).toMatchObject({ standing: 'corrected', isSigned: true })
    const again = await request(chen)
    expect(again).toMatchObject({ status: 200 })
    expect(await ask(author, 'GET', '/api/certificates')).toMatchObject({
      items: [{ supersedesNumber: old.number, records: 1 }],
    })
    expect(await move(author, again.id, 'issue')).toMatchObject({ status: 200, standing: 'valid' })
    expect(await look(old.linkKey)).toMatchObject({ standing: 'superseded' })
    expect(await look((await mine(chen, again.id)).linkKey)).toMatchObject({
      ...{ standing: 'valid', facts: { totals: { all: { minutes: 64 } } } },
    })
  })

  test('17: more hours and other periods never touch it, any taking back of what it states does', async () => {
    const world = await openCertificates()
    const { serve, reverse, look, chen, request, move, author, mine, named } = world
    await named(chen, '陈小丽', IDS.chen)
    let day = 0
    const nextDay = () => new Date(Date.UTC(2025, 0, ++day)).toISOString().slice(0, 10)
    const aStatement = async () => {
      const fromDay = nextDay()
      const others = await serve(world.head, { day: nextDay() })
      const stated = await serve(chen, { day: nextDay(), minutes: 90 })
      const free = Array.from({ length: 5 }, nextDay)
      const { id } = await request(chen, { fromDay, toDay: free.at(-1) })
      expect(await move(author, id, 'issue')).toMatchObject({ status: 200, totals: { all: { minutes: 90 } } })
      return { others, stated, free, linkKey: (await mine(chen, id)).linkKey }
    }
    type Stated = Awaited<ReturnType<typeof aStatement>>
    const steps: Record<string, (of: Stated, i: number) => Promise<unknown>> = {
      more: ({ free }, i) => serve(chen, { day: free[i] ?? '' }),
      outside: () => serve(chen, { day: nextDay() }),
      others: ({ others }) => reverse(world.head, others),
      look: ({ linkKey }, i) => look(linkKey, `10.1.${i}.1`),
      reverse: ({ stated }) => reverse(chen, stated),
    }
    // The ledger takes a record back once: what is gone cannot go again.
    const isFirst = (name: string, i: number, all: string[]) =>
      !['reverse', 'others'].includes(name) || all.indexOf(name) === i
    const names = fc
      .array(fc.constantFrom(...Object.keys(steps)), { minLength: 1, maxLength: 5 })
      .map((all) => all.filter(isFirst))
    await fc.assert(
      fc.asyncProperty(names, async (taken) => {
        const of = await aStatement()
        for (const [i, name] of taken.entries()) {
          await steps[name]?.(of, i)
          const standing = taken.slice(0, i + 1).includes('reverse') ? 'corrected' : 'valid'
          expect(await look(of.linkKey, `10.${day}.${i}.1`)).toMatchObject({ standing, isSigned: true })
        }
      }),
      { numRuns: 12 },
    )
  })

  test('another person revokes with a reason, and everybody reads it', async () => {
    const { issued, move, author, other, look } = await openCertificates()
    const { id, linkKey } = await issued()
    expect(await move(author, id, 'revoke', { note: '查实为误录' })).toMatchObject({ status: 403 })
    expect(await move(other, id, 'revoke')).toMatchObject({ refused: 'missing' })
    expect(await move(other, id, 'revoke', { note: '查实为误录' })).toMatchObject({ standing: 'revoked' })
    expect(await look(linkKey)).toMatchObject({ standing: 'revoked', reason: '查实为误录', isSigned: true })
  })
})

describe('what the tables hold whatever code asks', () => {
  const world = openCertificates().then(async (opened) => {
    await opened.issued()
    return opened
  })
  test.each([
    ['the snapshot', sql`update certificates set snapshot = '{}'`],
    ['the number', sql`update certificates set number = 'ZM-1'`],
    ['the row itself', sql`delete from certificates`],
    ['its records', sql`update certificate_records set minutes = 999`],
    ['its journal', sql`delete from certificate_events`],
    ['the journal of opened names', sql`delete from real_name_reads`],
    ['revoking by the issuer', sql`update certificates set state = 'revoked', closed_by = issued_by`],
    ['revoking by the holder', sql`update certificates set state = 'revoked', closed_by = person_id`],
  ])('%s is refused', async (_name, query) => {
    const { db } = await world
    const err = await Promise.resolve(db.execute(query)).then(
      () => null,
      (caught: unknown) => caught,
    )
    expect(saidBy(err)).not.toBeNull()
  })

  test('every opening of a name is on record: for the issue, and for each paper', async () => {
    const { issued, rows, chen, author } = await openCertificates()
    const { id } = await issued()
    expect(await rows(sql`select purpose, by, person_id, certificate_id from real_name_reads`)).toEqual([
      { purpose: 'issue', by: author.id, person_id: chen.id, certificate_id: id },
    ])
  })
})

test('counting is one row a key, and old rows go', async () => {
  const { db, rows } = await openCertificates()
  const noon = at('12:00')
  expect(await allow(db, 'a', 2, noon)).toBeNull()
  expect(await allow(db, 'a', 2, noon)).toBeNull()
  expect(await allow(db, 'a', 2, new Date(noon.getTime() + 20_000))).toBe(40)
  expect(await allow(db, 'b', 2, at('12:20'))).toBeNull()
  expect(await rows(sql`select key, hits from rate_windows`)).toEqual([{ key: 'b', hits: 1 }])
})
