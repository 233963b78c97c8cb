import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { county } from '../../../schema/grids'
import { people } from '../../../schema/people'
import { activities, posts, shifts, teams, volunteers } from '../../../schema/volunteering/activities'
import { certificateRecords, certificates, realNames } from '../../../schema/volunteering/certificates'
import { hoursLedger, serviceRecords, signUps } from '../../../schema/volunteering/hours'
import type { Cursor } from '../../../shared/kit/page'
import { isCountyAdmin } from '../../../shared/people/grants'
import type { Actor } from '../../../shared/people/roles'
import type { CertificateState } from '../../../shared/volunteering/certificates/life'
import type { Db } from '../../db/types'

/** Whether a record it stands on no longer has what the paper says, in its own class. */
const isCorrected = sql<boolean>`("certificates"."state" = 'issued' and exists (
  select 1 from ${certificateRecords} r
  left join (select l.record_id, l.evidence, sum(l.minutes) as minutes from ${hoursLedger} l
    where l.person_id = "certificates"."person_id" group by 1, 2) now
    on now.record_id = r.record_id and now.evidence = r.evidence
  where r.certificate_id = "certificates"."id" and coalesce(now.minutes, 0) <> r.minutes))`.mapWith(Boolean)

const supersedes = sql<
  string | null
>`(select o.number from ${certificates} o where o.id = "certificates"."supersedes_id")`

const row = {
  certificate: certificates,
  isCorrected,
  supersedesNumber: supersedes,
  teamName: teams.name,
  volunteerNumber: volunteers.number,
  displayName: volunteers.displayName,
  real: { nameMasked: realNames.nameMasked, idKind: realNames.idKind, idMasked: realNames.idMasked },
  issuedByZh: people.name,
}

const from = (db: Db) =>
  db
    .select(row)
    .from(certificates)
    .innerJoin(teams, eq(teams.id, certificates.teamId))
    .innerJoin(volunteers, eq(volunteers.personId, certificates.personId))
    .leftJoin(realNames, eq(realNames.personId, certificates.personId))
    .leftJoin(people, eq(people.id, certificates.issuedBy))
export type CertificateRow = Awaited<ReturnType<typeof from>>[number]

type Page = { readonly size: number; readonly cursor: Cursor | null }
const before = (cursor: Cursor | null) =>
  cursor
    ? sql`(${certificates.requestedAt}, ${certificates.id}) < (${cursor.at}::timestamptz, ${cursor.id})`
    : undefined

export const listMine = (db: Db, personId: string, { size, cursor }: Page) =>
  from(db)
    .where(and(eq(certificates.personId, personId), before(cursor)))
    .orderBy(desc(certificates.requestedAt), desc(certificates.id))
    .limit(size + 1)

export async function findMine(db: Db, personId: string, id: string) {
  const [found] = await from(db).where(and(eq(certificates.id, id), eq(certificates.personId, personId)))
  return found
}

export async function findByLink(db: Db, linkKey: string) {
  const [found] = await from(db).where(eq(certificates.linkKey, linkKey))
  return found
}

/** Teams whose shifts the person leads. */
const leadsTeam = (who: Actor) =>
  sql<boolean>`exists (select 1 from ${shifts} s join ${activities} a on a.id = s.activity_id
    where s.leader_id = ${who.id} and a.team_id = "certificates"."team_id")`
/** What an office may see: its own unit's, and never one's own. */
const seenBy = (who: Actor): SQL =>
  sql`${certificates.personId} <> ${who.id} and ${isCountyAdmin(who) ? sql`true` : leadsTeam(who)}`

export const listOffice = (db: Db, who: Actor, state: CertificateState, { size, cursor }: Page) =>
  from(db)
    .where(and(seenBy(who), eq(certificates.state, state), before(cursor)))
    .orderBy(desc(certificates.requestedAt), desc(certificates.id))
    .limit(size + 1)

export async function countOffice(db: Db, who: Actor) {
  const rows = await db
    .select({ state: certificates.state, n: sql<number>`count(*)`.mapWith(Number) })
    .from(certificates)
    .where(seenBy(who))
    .groupBy(certificates.state)
  return new Map(rows.map(({ state, n }) => [state, n]))
}

/** With whether the asker leads for its unit; one's own is found too, so that it can be refused with a reason. */
export async function findOffice(db: Db, who: Actor, id: string) {
  const [found] = await db
    .select({ ...row, leads: leadsTeam(who).mapWith(Boolean) })
    .from(certificates)
    .innerJoin(teams, eq(teams.id, certificates.teamId))
    .innerJoin(volunteers, eq(volunteers.personId, certificates.personId))
    .leftJoin(realNames, eq(realNames.personId, certificates.personId))
    .leftJoin(people, eq(people.id, certificates.issuedBy))
    .where(and(eq(certificates.id, id), isCountyAdmin(who) ? undefined : leadsTeam(who)))
  return found
}

/** 负责人 and 联系方式 the unit gave last. */
export async function findLastOffice(db: Db, teamId: string) {
  const [found] = await db
    .select({ headZh: certificates.headZh, contactZh: certificates.contactZh })
    .from(certificates)
    .where(and(eq(certificates.teamId, teamId), sql`${certificates.issuedAt} is not null`))
    .orderBy(desc(certificates.issuedAt))
    .limit(1)
  return found
}

const minutes = sql<number>`sum(${hoursLedger.minutes})::int`
type Period = { readonly personId: string; readonly teamId: string; readonly from: Date; readonly to: Date }

/** What the ledger has of a person with a unit in a period, record by record and class by class; what nets to nothing is not there. */
export const listLines = (db: Db, { personId, teamId, from: since, to }: Period) =>
  db
    .select({
      recordId: serviceRecords.id,
      activity: activities.title,
      kind: activities.kind,
      placeZh: activities.placeZh,
      post: posts.name,
      servedFrom: serviceRecords.servedFrom,
      servedTo: serviceRecords.servedTo,
      evidence: hoursLedger.evidence,
      minutes,
    })
    .from(hoursLedger)
    .innerJoin(serviceRecords, eq(serviceRecords.id, hoursLedger.recordId))
    .innerJoin(signUps, eq(signUps.id, serviceRecords.signUpId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(posts, eq(posts.id, signUps.postId))
    .where(
      and(
        eq(hoursLedger.personId, personId),
        eq(activities.teamId, teamId),
        sql`${serviceRecords.servedFrom} >= ${since.toISOString()}::timestamptz`,
        sql`${serviceRecords.servedFrom} < ${to.toISOString()}::timestamptz`,
      ),
    )
    .groupBy(serviceRecords.id, activities.id, posts.id, hoursLedger.evidence)
    .having(sql`sum(${hoursLedger.minutes}) > 0`)
    .orderBy(serviceRecords.servedFrom, serviceRecords.id, hoursLedger.evidence)

/** Units that organised and recorded a person's service, the most hours first. */
export const listTeamsOf = (db: Db, personId: string) =>
  db
    .select({
      id: teams.id,
      name: teams.name,
      minutes,
      firstAt: sql<string>`min(${serviceRecords.servedFrom})`,
    })
    .from(hoursLedger)
    .innerJoin(serviceRecords, eq(serviceRecords.id, hoursLedger.recordId))
    .innerJoin(signUps, eq(signUps.id, serviceRecords.signUpId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(teams, eq(teams.id, activities.teamId))
    .where(eq(hoursLedger.personId, personId))
    .groupBy(teams.id)
    .having(sql`sum(${hoursLedger.minutes}) > 0`)
    .orderBy(desc(minutes), teams.id)

export const listPublicKeys = (db: Db) =>
  db
    .selectDistinct({ publicKey: certificates.publicKey })
    .from(certificates)
    .where(sql`${certificates.publicKey} is not null`)

/** What the number is made of, and the name of whoever handles it. */
export async function findNumbering(db: Db, year: number, handlerId: string) {
  const [found] = await db
    .select({
      area: county.numberPrefix,
      last: sql<number>`coalesce((select n.last from certificate_numbers n where n.year = ${year}), 0)::int`,
      handlerZh: sql<string>`(select p.name from ${people} p where p.id = ${handlerId})`,
    })
    .from(county)
  return found
}
