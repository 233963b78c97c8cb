import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { isRefusal } from '../../shared/kit/refusal'
import { mailStory, ownWords, readMail, wordsOf } from '../../shared/reports/mail'
import { openCounty, PLACE } from '../cases/world'
import { aPhoto } from '../kit/photos'
import { eml, filePart, pushMail, textPart, uploadMail } from './mails'

const county = await openCounty()
const { ask, cast, key, db } = county

type Waiting = {
  id: string
  subject: string
  words: string
  photos: { id: string }[]
  left: object[]
  thread: { number: string } | null
}
const waiting = async () => (await ask(cast.reviewer, 'GET', '/api/mails?size=100')).items as Waiting[]
const mailOf = async (id: unknown) => (await waiting()).find((mail) => mail.id === id)
const intake = (mail: Waiting | undefined, more: object = {}) =>
  ask(cast.reviewer, 'POST', '/api/intakes', {
    ...{ key: key(), source: 'email', position: PLACE, categoryCode: 'D1', mailId: mail?.id },
    ...{ words: mail?.words || '见来信', photos: mail?.photos.map(({ id }) => id) ?? [], ...more },
  })
const count = async (table: string) =>
  (
    (await db.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`)) as unknown as {
      rows: { n: number }[]
    }
  ).rows[0]?.n

test('a signed mail waits with its photos cleaned and its other attachments named, and becomes a case whose writer lies sealed', async () => {
  const shot = await aPhoto()
  const parts = [
    textPart('新建路 12 号门口的井盖没了'),
    filePart('a.jpg', 'image/jpeg', shot),
    filePart('b.docx', 'application/msword', shot),
    filePart('c.png', 'image/png', new Uint8Array([1, 2, 3])),
    filePart('IMG_2.JPG', 'application/octet-stream', await aPhoto()),
    filePart('d.heic', 'image/heic', new Uint8Array([1, 2, 3])),
  ]
  const pushed = await pushMail(county, eml({ parts }))
  expect(pushed).toMatchObject({ status: 200, isNew: true, caseId: null })
  const mail = await mailOf(pushed.id)
  expect(mail).toMatchObject({
    subject: '井盖丢了',
    words: '新建路 12 号门口的井盖没了',
    photos: [{}, {}],
    thread: null,
  })
  expect(mail?.left).toMatchObject([
    { name: 'c.png' },
    { name: 'b.docx', zh: '不是照片，没有收' },
    { name: 'd.heic', zh: expect.stringMatching(/JPG/) },
  ])
  const made = await intake(mail)
  expect(made).toMatchObject({ status: 200, number: expect.stringMatching(/^YC-/) })
  const seen = await ask(cast.reviewer, 'GET', `/api/cases/${made.caseId}`)
  expect(seen).toMatchObject({ source: 'email', before: mail?.photos.map(({ id }) => ({ id })) })
  const { items } = (await ask(cast.reviewer, 'GET', `/api/cases/${made.caseId}/reports`)) as unknown as {
    items: { id: string }[]
  }
  const path = `/api/reports/${items[0]?.id}/contact-reads`
  expect(await ask(cast.reviewer, 'POST', path, { key: key(), reason: '回信' })).toMatchObject({
    ...{ name: '赵大爷', mail: 'zhao@example.cn', phone: '' },
  })
  const rows = await db.execute(sql`select to_jsonb(m) as m, (select jsonb_agg(n) from notices n) as n from mails m`)
  expect(JSON.stringify([rows, seen, items, await waiting(), county.logged])).not.toMatch(/zhao@example|赵大爷/)
  expect(await mailOf(pushed.id)).toBeUndefined()
  expect(await intake(mail)).toMatchObject({ status: 409 })
})

test('GBK in the subject and the body, base64 and quoted-printable, and a page without a text part are all read', async () => {
  const gbk = (hex: string) => Buffer.from(hex, 'hex')
  const zh = gbk('beaeb8c7b6aac1cb')
  const head = (subject: string, ...more: string[]) =>
    [`From: <gbk-${crypto.randomUUID()}@example.cn>`, `Subject: ${subject}`, ...more, '', ''].join('\r\n')
  const bySubject = `=?GBK?B?${zh.toString('base64')}?=`
  const quoted = (bytes: Buffer) => [...bytes].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')
  const plain = (charset: string, encoding: string) => [
    `Content-Type: text/plain; charset=${charset}`,
    `Content-Transfer-Encoding: ${encoding}`,
  ]
  const letters = [
    Buffer.concat([Buffer.from(head(bySubject, ...plain('gbk', '8bit'))), zh]),
    Buffer.from(head(`=?gb2312?Q?${quoted(zh)}?=`, ...plain('gb2312', 'quoted-printable')) + quoted(zh)),
    Buffer.from(head(bySubject, ...plain('gb18030', 'base64')) + zh.toString('base64')),
    Buffer.from(
      head(bySubject, 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: 8bit') +
        '<style>p{}</style><p>井盖<b>丢了</b></p>',
    ),
  ]
  for (const letter of letters) {
    const { id, status } = await pushMail(county, new Uint8Array(letter))
    expect(status).toBe(200)
    expect(await mailOf(id)).toMatchObject({ subject: '井盖丢了', words: '井盖丢了' })
  }
})

test('the same mail by the gateway twice, at once, and by hand is one mail; one without a name is known by its bytes', async () => {
  const before = await count('mails')
  for (const bytes of [eml({ parts: [textPart('一次')] }), eml({ messageId: null, parts: [textPart('无名')] })]) {
    const both = await Promise.all([pushMail(county, bytes), pushMail(county, bytes)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const sent = key()
    const again = [
      await uploadMail(county, cast.reviewer, bytes, sent),
      await uploadMail(county, cast.reviewer, bytes, sent),
    ]
    for (const one of [...both, ...again]) expect(one.id).toBe(both[0]?.id)
    expect(again).toMatchObject([{ isNew: false }, { isNew: false }])
  }
  expect(await count('mails')).toBe((before ?? 0) + 2)
  const bytes = eml({ parts: [textPart('手工上传')] })
  const sent = key()
  const [first, second] = [
    await uploadMail(county, cast.reviewer, bytes, sent),
    await uploadMail(county, cast.reviewer, bytes, sent),
  ]
  expect(second).toEqual(first)
  expect(first).toMatchObject({ status: 200, isNew: true })
})

test('a reply of the writer goes to the case by itself and the office is told; somebody else’s waits with the number beside it', async () => {
  const messageId = `<${crypto.randomUUID()}@example.cn>`
  const from = '钱女士 <qian@example.cn>'
  const { id } = await pushMail(county, eml({ from, messageId, parts: [textPart('路灯不亮')] }))
  const reply = (given: object, text: string) =>
    pushMail(
      county,
      eml({ from, subject: '回复：路灯', headers: [`In-Reply-To: ${messageId}`], parts: [textPart(text)], ...given }),
    )
  const early = await reply({}, '忘了说，在东门')
  expect(early).toMatchObject({ caseId: null })
  const { caseId, number } = await intake(await mailOf(id))
  expect(await mailOf(early.id)).toMatchObject({ thread: { number } })
  expect(await intake(await mailOf(early.id), { joinCaseId: caseId })).toMatchObject({ status: 200, caseId })
  const late = await reply({}, '还是不亮\r\n\r\n在 2026年6月15日，文明办 写道：\r\n> 已派单')
  expect(late).toMatchObject({ status: 200, caseId })
  expect(await mailOf(late.id)).toBeUndefined()
  const told = (await ask(cast.reviewer, 'GET', `/api/cases/${caseId}/reports`)) as unknown as {
    people: number
    items: { words: string }[]
  }
  expect(told.people).toBe(1)
  // Two came within one minute of the test's clock: only the first has its place.
  expect(told.items[0]?.words).toBe('路灯不亮')
  expect(told.items.map(({ words }) => words).sort()).toEqual(['忘了说，在东门', '路灯不亮', '还是不亮'].sort())
  const other = await reply({ from: '外人 <other@example.cn>' }, '我也说一句')
  expect(await mailOf(other.id)).toMatchObject({ thread: { number } })
  await tick(county.deps)
  await tick(county.deps)
  const { items } = (await ask(cast.reviewer2, 'GET', '/api/notices?size=100')) as unknown as {
    items: { title: string }[]
  }
  expect(items.filter(({ title }) => title === '来信人回复')).toHaveLength(1)
  expect(items.filter(({ title }) => title === '收到来信').length).toBeGreaterThan(2)
})

test('two operators who take one mail at once make one case; a mail set aside has its reason and is gone', async () => {
  const { id } = await pushMail(county, eml({ parts: [textPart('两个人')] }))
  const mail = await mailOf(id)
  const before = await count('cases')
  const both = await Promise.all([intake(mail), intake(mail)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await count('cases')).toBe((before ?? 0) + 1)
  const ad = await pushMail(county, eml({ subject: '特价', parts: [textPart('发票')] }))
  const path = `/api/mails/${ad.id}/asides`
  expect(await ask(cast.reviewer, 'POST', path, { key: key(), reason: '' })).toMatchObject({
    status: 400,
    field: 'reason',
  })
  const body = { key: key(), reason: '广告' }
  expect(await ask(cast.reviewer, 'POST', path, body)).toMatchObject({ status: 200, id: ad.id })
  expect(await ask(cast.reviewer, 'POST', path, body)).toMatchObject({ status: 200, id: ad.id })
  expect(await ask(cast.reviewer, 'POST', path, { ...body, key: key() })).toMatchObject({ status: 409 })
  expect(await ask(cast.reviewer, 'GET', `/api/mails/${ad.id}`)).toMatchObject({ status: 409 })
  expect(await ask(cast.handler, 'GET', '/api/mails')).toMatchObject({ status: 403 })
  await expect(db.execute(sql`delete from mail_outcomes`)).rejects.toThrow()
  await expect(db.execute(sql`update mails set words = ''`)).rejects.toThrow()
})

test('a bad signature, a broken mail and one too large get a sentence, and leave nothing', async () => {
  const good = eml({ parts: [textPart('好的')] })
  const before = await count('mails')
  for (const signature of [null, '', 'sha256=00', `sha256=${'0'.repeat(64)}`])
    expect(await pushMail(county, good, signature)).toMatchObject({ status: 403, refused: 'forbidden' })
  for (const broken of ['', 'nonsense', '\0\0\0', 'From: nobody\r\n\r\n', 'From: <a@b.cn>\r\n\r\n'])
    expect(await pushMail(county, new TextEncoder().encode(broken))).toMatchObject({ status: 422, refused: 'invalid' })
  const large = eml({ parts: [filePart('a.jpg', 'image/jpeg', new Uint8Array(15 * 1024 * 1024))] })
  expect(large.length).toBeGreaterThan(20_000_000)
  expect(await pushMail(county, large)).toMatchObject({ status: 413 })
  expect(await uploadMail(county, cast.reviewer, large, key())).toMatchObject({
    status: 413,
    zh: expect.stringMatching(/15 MB/),
  })
  expect(await uploadMail(county, cast.lin, good, key())).toMatchObject({ status: 403 })
  const shut = await openCounty()
  const bytes = new TextEncoder().encode('x')
  Object.assign(shut.deps, { mailSecret: '' })
  expect(await pushMail(shut, bytes, `sha256=${'0'.repeat(64)}`)).toMatchObject({
    status: 403,
    zh: expect.stringMatching(/MAIL_SECRET/),
  })
  expect(await count('mails')).toBe(before)
  expect(county.logged).toEqual([])
})

test('whatever bytes come signed, there is an answer and never a failure', async () => {
  const pieces = fc.constantFrom(
    'From: <a@b.cn>\r\n',
    'Subject: =?x?B?!!?=\r\n',
    'Content-Type: multipart/mixed; boundary=e\r\n',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pieces), fc.uint8Array({ maxLength: 300 }), async (heads, body) => {
      const bytes = new Uint8Array(Buffer.concat([Buffer.from(`${heads.join('')}\r\n`), body]))
      expect([200, 422]).toContain((await pushMail(county, bytes)).status)
    }),
    { numRuns: 60 },
  )
  expect(county.logged).toEqual([])
})

test('what is kept of a letter are the writer’s own words', () => {
  expect(ownWords('好的\n-----原始邮件-----\n发件人: 文明办')).toBe('好的')
  expect(ownWords('好的\nOn Mon, Jun 15, 2026, office wrote:\n> hi')).toBe('好的')
  expect(wordsOf('<p>一&nbsp;二</p><script>alert(1)</script>三')).toContain('一 二')
  expect(mailStory('回复: 井盖', '井盖没了', 500)).toBe('井盖没了')
  expect(mailStory('东门', '井盖没了', 5)).toBe('东门\n井盖')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (subject, text) => {
      const from = { name: subject, address: 'a@b.cn' }
      const rest = { messageId: text, date: text, inReplyTo: text, references: text, html: text, attachments: [] }
      const mail = readMail({ ...rest, from, subject, text }, 'fallback')
      if (!isRefusal(mail)) expect(`${mail.subject}${mail.words}${mail.name}`).not.toMatch(/\0/)
    }),
  )
})
