import { type SQL, sql } from 'drizzle-orm'
import { acceptances, outbox } from '../../schema/notices'
import type { MessageKind } from '../../shared/notices/templates'
import { iso } from '../db/raw'

/** What a message says, and what is looked at again before it goes: a case and in which part it is heard, or a sign-up. */
type Message = {
  readonly facts: SQL
  readonly caseId?: string
  readonly ear?: string
  readonly signUpId?: SQL
}

/** The facts of notices in `told` that also carry `about`, the title of what they are about. */
export const ABOUT_FACTS = sql`json_build_object('title', t.about, 'state', t.title, 'text', t.text, 'at', ${iso(sql`t.at`)})::jsonb`

/**
 * The end of a statement whose `told` (id, person_id, at) are notices just written: whoever still accepts such a message has it put into the
 * outbox by that statement. Without a kind nobody does.
 */
export const intoOutbox = (
  kind: MessageKind | null,
  { facts, caseId, ear, signUpId = sql`null::text` }: Message,
) => sql`
  insert into ${outbox} (id, notice_id, person_id, kind, facts, case_id, ear, sign_up_id, state, tries, at, next_at, last_error)
  select t.id, t.id, t.person_id, a.kind, ${facts}, ${caseId ?? null}::text, ${ear ?? null}::text, ${signUpId}, 'queued', 0, t.at, t.at, ''
  from told t join ${acceptances} a on a.person_id = t.person_id and a.kind = ${kind}::text and a.left > 0
  on conflict do nothing`
