import { type SQL, sql } from 'drizzle-orm'
import type { Subquery } from 'drizzle-orm/subquery'
import { acceptances, notices, outbox } from '../../schema/notices'
import type { MessageAbout, MessageKind } from '../../shared/notices/templates'
import { intoAll } from '../db/into'
import { iso } from '../db/raw'
import type { Db } from '../db/types'

/** What else a message is about, and which one. */
type About = { readonly what: MessageAbout; readonly id: string }
/** What a message says, and what is looked at again before it goes: a case and in which part it is heard, a sign-up, or what it is about. */
type Message = {
  readonly facts: SQL
  readonly caseId?: string
  readonly ear?: string
  readonly signUpId?: SQL
  readonly about?: About
}

/** The facts of notices in `told`, with the title of what they are about. */
const factsAbout = (title: SQL) =>
  sql`json_build_object('title', ${title}, 'state', t.title, 'text', t.text, 'at', ${iso(sql`t.at`)})::jsonb`
/** Of those that carry it themselves, as `about`. */
export const ABOUT_FACTS = factsAbout(sql`t.about`)
export const factsOf = (title: string) => factsAbout(sql`${title}::text`)

/**
 * The end of a statement whose `told` (id, person_id, at) are notices just written: whoever still accepts such a message has it put into the
 * outbox by that statement. Without a kind nobody does.
 */
export const intoOutbox = (
  kind: MessageKind | null,
  { facts, caseId, ear, signUpId = sql`null::text`, about }: Message,
) => sql`
  insert into ${outbox} (id, notice_id, person_id, kind, facts, case_id, ear, sign_up_id, about, about_id, state, tries, at, next_at, last_error)
  select t.id, t.id, t.person_id, a.kind, ${facts}, ${caseId ?? null}::text, ${ear ?? null}::text, ${signUpId}, ${about?.what ?? null}::text,
    ${about?.id ?? null}::text, 'queued', 0, t.at, t.at, ''
  from told t join ${acceptances} a on a.person_id = t.person_id and a.kind = ${kind}::text and a.left > 0
  on conflict do nothing`

type Notice = Omit<Required<typeof notices.$inferInsert>, 'readAt'>

/** One notice and its message to one person, by the statement of what they tell of: no change, no word. `zh` names what it is about. */
export function tellFrom(db: Db, notice: Notice, { zh, ...about }: About & { readonly zh: string }, from: Subquery) {
  const { id, personId, title, text, at } = notices
  const told = db.$with('told').as(
    db
      .insert(notices)
      .select(db.select(intoAll(notices, { ...notice, readAt: null })).from(from))
      .returning({ id, personId, title, text, at }),
  )
  const queued = db
    .$with('queued', { id: sql<string>`id`.as('id') })
    .as(sql`${intoOutbox('activity', { facts: factsOf(zh), about })} returning id`)
  return [told, queued]
}
