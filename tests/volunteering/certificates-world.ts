import { randomUUID } from 'node:crypto'
import { openPglite } from '../../functions/db/pglite'
import { seedCounty } from '../../functions/seed/grids'
import { hoursLedger, serviceRecords, signUps } from '../../schema/volunteering/hours'
import type { EvidenceClass } from '../../shared/volunteering/attendance'
import { freshPglite } from '../kit/fresh'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

/** Invented; the check digits are right. */
export const IDS = { chen: '61072419900307005X', lu: '610724198512120014' }
const CONSENT = { consent: true, idKind: 'resident' }

type Service = { day: string; minutes?: number; evidence?: EvidenceClass; teamId?: string }

const NOON = at('12:00', '2026-06-27')
/** The county is written once a file; every world opens a copy. */
let seeded: Promise<Blob> | undefined
async function seed() {
  const { client, db, close } = await freshPglite()
  await seedCounty(db, NOON)
  const dump = await client.dumpDataDir('none')
  await close()
  return dump
}

/** A world with a county, an office that may issue and people who have served. */
export async function openCertificates(given: Parameters<typeof openWorld>[0] = {}) {
  if (!given.db) seeded ??= seed()
  const db = given.db ?? (await openPglite(null, '', await seeded)).db
  if (given.db) await seedCounty(db, NOON)
  const world = await openWorld({ now: NOON, ...given, db })
  const { ask, key, author, leader } = world
  const head = await world.volunteer('周队长', 'adult', [['shift_leader']])
  const other = await world.person('柳青', [['admin']])
  const chen = await world.volunteer('陈小丽')

  /** A record and its grant, as a settlement leaves them. */
  const serve = async (person: Person, { day, minutes = 120, evidence = 'strong', teamId = world.teamId }: Service) => {
    const from = at('09:00', day)
    const to = new Date(from.getTime() + minutes * 60_000)
    const { id, shifts } = await world.anActivity({
      teamId,
      signUpFrom: new Date('2020-01-01T00:00:00Z'),
      shifts: [{ from, to, leader: head }],
    })
    const [shift] = shifts
    const [signUpId, recordId] = [randomUUID(), randomUUID()]
    await db.insert(signUps).values({
      ...{ id: signUpId, activityId: id, shiftId: shift?.id ?? '', postId: shift?.posts[0] ?? '' },
      ...{ isPostChosen: true, personId: person.id, state: 'approved', startsAt: from, endsAt: to, createdAt: from },
    })
    await db.insert(serviceRecords).values({
      ...{ id: recordId, signUpId, personId: person.id, servedFrom: from, servedTo: to, rawMinutes: minutes },
      ...{ creditedMinutes: minutes, evidence, isAutoClosed: false, confirmedBy: head.id, confirmedAt: to },
    })
    await ledger(person, { recordId, minutes, evidence, servedAt: from, kind: 'grant' })
    return { recordId, minutes, evidence, servedAt: from }
  }
  type Row = { recordId: string; minutes: number; evidence: EvidenceClass; servedAt: Date; kind: 'grant' | 'reverse' }
  const ledger = (person: Person, row: Row) =>
    db.insert(hoursLedger).values({
      ...{
        id: randomUUID(),
        personId: person.id,
        reasonZh: '更正',
        actorId: head.id,
        approverId: null,
        at: world.now(),
      },
      ...row,
    })
  const reverse = (person: Person, served: Awaited<ReturnType<typeof serve>>) =>
    ledger(person, { ...served, minutes: -served.minutes, kind: 'reverse' })

  const named = (person: Person, name: string, idNumber: string) =>
    ask(person, 'POST', '/api/my-real-name', { key: key(), name, idNumber, ...CONSENT })
  const request = (person: Person, more: object = {}) =>
    ask(person, 'POST', '/api/my-certificates', {
      ...{ key: key(), teamId: world.teamId, fromDay: '2026-01-01', toDay: '2026-06-27' },
      ...more,
    })
  const move = (as: Person, id: unknown, name: string, more: object = {}) =>
    ask(as, 'POST', `/api/certificates/${id}/transitions`, {
      ...{ key: key(), version: name === 'revoke' ? 1 : 0, move: name },
      ...(name === 'issue' ? { headZh: '韩立', contactZh: '0916-6212345' } : {}),
      ...more,
    })
  const mine = async (person: Person, id: unknown) => {
    const { items } = (await ask(person, 'GET', '/api/my-certificates')) as unknown as {
      items: { id: string; linkKey: string; number: string; standing: string }[]
    }
    return items.find((one) => one.id === id) ?? { id: '', linkKey: '', number: '', standing: 'none' }
  }
  const look = (linkKey: string, from = '203.0.113.7') =>
    ask(null, 'GET', `/api/public/certificates/${linkKey}`, undefined, { 'x-forwarded-for': from })

  /** 陈小丽 with two records, her name given, the certificate issued by the administrator. */
  const issued = async () => {
    const served = [
      await serve(chen, { day: '2026-03-07', minutes: 125 }),
      await serve(chen, { day: '2026-04-11', minutes: 64, evidence: 'supplemented' }),
    ] as const
    await named(chen, '陈小丽', IDS.chen)
    const { id } = await request(chen)
    await move(author, id, 'issue')
    return { served, ...(await mine(chen, id)) }
  }
  return { ...world, author, leader, head, other, chen, serve, reverse, named, request, move, mine, look, issued }
}
