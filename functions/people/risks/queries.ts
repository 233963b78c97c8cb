import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import { people, sends } from '../../../schema/people'
import { riskChecks } from '../../../schema/risks'
import { RISK_HIGH, RISKY_OPS } from '../../../shared/people/risks'
import { moment, rowsOf } from '../../db/raw'
import type { Db } from '../../db/types'

export type Claimed = {
  readonly personId: string
  readonly key: string
  readonly openid: string
  readonly address: string
}

/** Sends since then that nobody asked about yet, claimed by the row itself: two servers never ask twice. */
export const claimRisks = (db: Db, since: Date, at: Date, size: number) =>
  rowsOf<Claimed>(
    db,
    sql`with due as (
      select s.person_id, s.key, s.subject_id, s.address, p.openid from ${sends} s join ${people} p on p.id = s.person_id
      where s.at >= ${moment(since)} and s.op = any(${sql.param([...RISKY_OPS])}::text[]) and p.openid is not null
        and not exists (select 1 from ${riskChecks} r where r.person_id = s.person_id and r.key = s.key)
      order by s.at limit ${size}
    ), claimed as (
      insert into ${riskChecks} (person_id, key, subject_id, rank, at)
      select d.person_id, d.key, d.subject_id, null, ${moment(at)} from due d on conflict do nothing returning person_id, key
    ) select d.person_id as "personId", d.key, d.openid, d.address from due d join claimed c using (person_id, key)`,
  )

export const recordRank = (db: Db, { personId, key }: Claimed, rank: number) =>
  db
    .update(riskChecks)
    .set({ rank })
    .where(and(eq(riskChecks.personId, personId), eq(riskChecks.key, key)))

/** Which of these cases or sign-ups were sent by an account WeChat holds for risky. */
export async function listRisky(db: Db, subjectIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (subjectIds.length === 0) return new Set()
  const rows = await db
    .selectDistinct({ id: riskChecks.subjectId })
    .from(riskChecks)
    .where(and(inArray(riskChecks.subjectId, [...subjectIds]), gte(riskChecks.rank, RISK_HIGH)))
  return new Set(rows.map(({ id }) => id))
}
