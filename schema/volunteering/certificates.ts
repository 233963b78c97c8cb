import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { EVIDENCE_CLASSES } from '../../shared/volunteering/attendance'
import { CERTIFICATE_EVENT_KINDS, CERTIFICATE_STATES } from '../../shared/volunteering/certificates/life'
import { ID_KINDS } from '../../shared/volunteering/certificates/real-name'
import { people } from '../people'
import { teams } from './activities'
import { serviceRecords } from './hours'

const moment = () => timestamp({ withTimezone: true })
const personId = () =>
  text()
    .notNull()
    .references(() => people.id)

/** 实名信息: sealed; what stands beside the seal is masked. Deleted when its person says so. */
export const realNames = pgTable('real_names', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  nameMasked: text().notNull(),
  idKind: text({ enum: ID_KINDS }).notNull(),
  idMasked: text().notNull(),
  alg: text().notNull(),
  keyId: text().notNull(),
  sealed: text().notNull(),
  consentedAt: moment().notNull(),
})

/** Every time a sealed name was opened: for whom, for what; append only by trigger. */
export const realNameReads = pgTable(
  'real_name_reads',
  {
    id: text().primaryKey(),
    personId: personId(),
    certificateId: text().notNull(),
    purpose: text({ enum: ['issue', 'paper'] }).notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('real_name_reads_person_idx').on(t.personId, t.at)],
)

/** 证明编号, gapless within a year. */
export const certificateNumbers = pgTable('certificate_numbers', {
  year: integer().primaryKey(),
  last: integer().notNull(),
})

/** 志愿服务记录证明. From `number` on everything is written once, by the issue; a trigger holds it. */
export const certificates = pgTable(
  'certificates',
  {
    id: text().primaryKey(),
    personId: personId(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    fromDay: date({ mode: 'string' }).notNull(),
    toDay: date({ mode: 'string' }).notNull(),
    state: text({ enum: CERTIFICATE_STATES }).notNull(),
    version: integer().notNull().default(0),
    requestedAt: moment().notNull(),
    /** The older one this is to stand for. */
    supersedesId: text().references((): AnyPgColumn => certificates.id),
    /** Why it was refused or revoked, and when it ended. */
    reason: text().notNull().default(''),
    closedBy: text(),
    closedAt: moment(),
    year: integer(),
    serial: integer(),
    number: text(),
    /** 128 random bits of the link; nothing of it follows from the number. */
    linkKey: text(),
    issuedBy: text(),
    issuedAt: moment(),
    headZh: text(),
    contactZh: text(),
    minutes: integer(),
    /** The canonical JSON that was signed, its SHA-256 and the signature over that digest. */
    snapshot: text(),
    sha256: text(),
    signAlg: text(),
    signKeyId: text(),
    publicKey: text(),
    signature: text(),
    /** The holder's name and number for the paper, sealed for this certificate; emptied when they are deleted. */
    alg: text(),
    keyId: text(),
    sealed: text(),
    holderMark: text(),
  },
  (t) => [
    uniqueIndex('certificates_number_key').on(t.number),
    uniqueIndex('certificates_year_serial_key').on(t.year, t.serial),
    uniqueIndex('certificates_link_key').on(t.linkKey),
    uniqueIndex('certificates_one_request_key')
      .on(t.personId, t.teamId, t.fromDay, t.toDay)
      .where(sql`${t.state} = 'requested'`),
    index('certificates_person_idx').on(t.personId, t.requestedAt, t.id),
    index('certificates_state_idx').on(t.state, t.requestedAt, t.id),
    index('certificates_team_idx').on(t.teamId, t.issuedAt),
    check('certificates_period', sql`${t.fromDay} <= ${t.toDay}`),
    check(
      'certificates_not_own',
      sql`${t.issuedBy} is distinct from ${t.personId} and ${t.closedBy} is distinct from ${t.personId}`,
    ),
    check('certificates_two_people', sql`${t.state} <> 'revoked' or ${t.closedBy} is distinct from ${t.issuedBy}`),
    check(
      'certificates_issued_whole',
      sql`(${t.state} in ('requested', 'refused')) = (${t.number} is null)
        and num_nulls(${t.number}, ${t.linkKey}, ${t.issuedBy}, ${t.issuedAt}, ${t.snapshot}, ${t.signature}) in (0, 6)`,
    ),
  ],
)

/** The records a certificate stands on, as they were: what the state now is compared with. */
export const certificateRecords = pgTable(
  'certificate_records',
  {
    certificateId: text()
      .notNull()
      .references(() => certificates.id),
    recordId: text()
      .notNull()
      .references(() => serviceRecords.id),
    evidence: text({ enum: EVIDENCE_CLASSES }).notNull(),
    minutes: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'certificate_records_pkey', columns: [t.certificateId, t.recordId, t.evidence] }),
    check('certificate_records_minutes', sql`${t.minutes} > 0`),
  ],
)

/** 办理过程, append only by trigger. */
export const certificateEvents = pgTable(
  'certificate_events',
  {
    id: text().primaryKey(),
    certificateId: text()
      .notNull()
      .references(() => certificates.id),
    version: integer().notNull(),
    kind: text({ enum: CERTIFICATE_EVENT_KINDS }).notNull(),
    by: text().notNull(),
    note: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex('certificate_events_version_key').on(t.certificateId, t.version)],
)
