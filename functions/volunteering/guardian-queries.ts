import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { activities, posts, shifts, volunteers } from '../../schema/volunteering/activities'
import { signUpEvents, signUps } from '../../schema/volunteering/hours'
import { guardianConsents } from '../../schema/volunteering/sign-up-rules'
import { SYSTEM } from '../../shared/volunteering/sign-ups'
import { brokenConstraint } from '../db/errors'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

export const listConsents = (db: Db, personId: string) =>
  db
    .select({
      id: guardianConsents.id,
      riskClass: guardianConsents.riskClass,
      textVersion: guardianConsents.textVersion,
      at: guardianConsents.at,
      revokedAt: guardianConsents.revokedAt,
    })
    .from(guardianConsents)
    .where(eq(guardianConsents.personId, personId))
    .orderBy(asc(guardianConsents.at), asc(guardianConsents.id))

export const listLiveConsents = (db: Db, personId: string) =>
  db
    .select({ riskClass: guardianConsents.riskClass })
    .from(guardianConsents)
    .where(and(eq(guardianConsents.personId, personId), isNull(guardianConsents.revokedAt)))

export const isConsented = (err: unknown) => brokenConstraint(err, 'guardian_consents_live_key')

export async function recordConsent(db: Db, row: Required<typeof guardianConsents.$inferInsert>, send: Send) {
  const made = db.$with('made').as(
    db
      .insert(guardianConsents)
      .select(db.select(intoAll(guardianConsents, row)).from(volunteers).where(eq(volunteers.personId, row.personId)))
      .returning({ id: guardianConsents.id }),
  )
  const [done] = await db
    .with(made, sendFrom(db, send, row.id, row.at, made))
    .select({ id: made.id })
    .from(made)
  return done
}

const one = { id: sql<string>`id`.as('id') }

/**
 * 撤回: the consent ends and whatever it allowed that has not begun is let go of, in one statement. The person first and
 * the shifts next, in the order of every write that moves seats. Undefined: nothing live under this id.
 */
export async function recordRevocation(db: Db, of: { id: string; personId: string; at: Date }, send: Send) {
  const moment = sql`${of.at.toISOString()}::timestamptz`
  const who = db.$with('who', one).as(sql`
    select v.person_id as id from ${volunteers} v where v.person_id = ${of.personId} for update`)
  const ended = db.$with('ended', one).as(sql`
    update ${guardianConsents} c set revoked_at = ${moment} from ${who} w
    where c.id = ${of.id} and c.person_id = w.id and c.revoked_at is null returning c.id, c.person_id, c.risk_class`)
  const turns = db.$with('turns', one).as(sql`
    select s.id, e.person_id from ${ended} e join ${shifts} s on s.starts_at > ${moment}
      join ${activities} a on a.id = s.activity_id and a.risk_class = e.risk_class
    where exists (select 1 from ${signUps} u where u.shift_id = s.id and u.person_id = e.person_id)
    order by s.id for no key update of s`)
  const leaving = db.$with('leaving', one).as(sql`
    select u.id, u.post_id, u.state in ('approved', 'offered') as seated from ${signUps} u
      join ${turns} t on t.id = u.shift_id and t.person_id = u.person_id
    where u.state in ('applied', 'approved', 'waitlisted', 'offered') for update of u`)
  const gone = db.$with('gone', one).as(sql`
    update ${signUps} u set state = 'withdrawn', offer_until = null, version = u.version + 1
    from ${leaving} l where u.id = l.id returning u.id`)
  const freed = db.$with('freed', one).as(sql`
    update ${posts} p set taken = p.taken - l.n
    from (select post_id, count(*)::int as n from ${leaving} where seated group by post_id) l
    where p.id = l.post_id returning p.id`)
  const told = db.$with('told', one).as(sql`
    insert into ${signUpEvents} (id, sign_up_id, move, note, by, at)
    select ${`${of.id}.`} || g.id, g.id, 'revoke', '', ${SYSTEM.id}, ${moment} from ${gone} g returning id`)
  const [done] = await db
    .with(who, ended, turns, leaving, gone, freed, told, sendFrom(db, send, of.id, of.at, ended))
    .select({ id: ended.id })
    .from(ended)
  return done
}
