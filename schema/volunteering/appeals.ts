import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { APPEAL_STATES } from '../../shared/volunteering/appeals'
import { HAND_OVER_STATES } from '../../shared/volunteering/hand-overs'
import { files } from '../files'
import { people } from '../people'
import { signUps } from './hours'

const moment = () => timestamp({ withTimezone: true })

/** 未到申诉: one a sign-up, answered by somebody who neither led the shift nor is the person. */
export const absenceAppeals = pgTable(
  'absence_appeals',
  {
    id: text().primaryKey(),
    signUpId: text()
      .notNull()
      .references(() => signUps.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    state: text({ enum: APPEAL_STATES }).notNull(),
    reasonZh: text().notNull(),
    /** When the person says to have been there. */
    servedFrom: moment().notNull(),
    servedTo: moment().notNull(),
    /** 现场照片: with it the answer can also propose the hours. */
    fileId: text().references(() => files.id),
    askedAt: moment().notNull(),
    decidedBy: text(),
    decidedAt: moment(),
    note: text().notNull().default(''),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('absence_appeals_sign_up_key').on(t.signUpId),
    index('absence_appeals_state_idx').on(t.state, t.askedAt, t.id),
    check('absence_appeals_span', sql`${t.servedFrom} < ${t.servedTo}`),
    check('absence_appeals_not_own', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.personId}`),
    check('absence_appeals_decided', sql`(${t.state} = 'asked') = (${t.decidedBy} is null)`),
  ],
)

/** 转给别人: an approved sign-up offered to another volunteer; the seat stays where it is. Lapses when the shift starts. */
export const handOvers = pgTable(
  'hand_overs',
  {
    id: text().primaryKey(),
    signUpId: text()
      .notNull()
      .references(() => signUps.id),
    fromId: text()
      .notNull()
      .references(() => people.id),
    toId: text()
      .notNull()
      .references(() => people.id),
    state: text({ enum: HAND_OVER_STATES }).notNull(),
    /** The receiver's sign-up, once accepted. */
    newSignUpId: text().references(() => signUps.id),
    offeredAt: moment().notNull(),
    answeredAt: moment(),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('hand_overs_open_key').on(t.signUpId).where(sql`${t.state} = 'offered'`),
    index('hand_overs_to_idx').on(t.toId, t.offeredAt),
    index('hand_overs_from_idx').on(t.fromId, t.offeredAt),
    check('hand_overs_two_people', sql`${t.fromId} <> ${t.toId}`),
    check('hand_overs_accepted', sql`(${t.state} = 'accepted') = (${t.newSignUpId} is not null)`),
  ],
)
