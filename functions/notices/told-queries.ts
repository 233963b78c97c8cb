import { type SQL, sql } from 'drizzle-orm'
import { acceptances, outbox } from '../../schema/notices'
import type { MessageKind } from '../../shared/notices/templates'

/**
 * The end of a statement whose `told` are notices just written, with `about` as title of what they are about: whoever still accepts such a message
 * has it put into the outbox. `signUpId` is looked at again before it goes, null where the message holds whatever happens.
 */
export const intoOutbox = (kind: MessageKind, signUpId: SQL = sql`null::text`) => sql`
  insert into ${outbox} (id, notice_id, person_id, kind, facts, sign_up_id, state, tries, at, next_at, last_error)
  select t.id, t.id, t.person_id, a.kind, json_build_object('title', t.about, 'state', t.title, 'text', t.text,
    'at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::jsonb, ${signUpId}, 'queued', 0, t.at, t.at, ''
  from told t join ${acceptances} a on a.person_id = t.person_id and a.kind = ${kind} and a.left > 0
  on conflict do nothing`
