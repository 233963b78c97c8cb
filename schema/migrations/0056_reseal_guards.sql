-- Of what is sealed only the sealing may change: another key, the same content, nothing beside it.
create function only_resealed() returns trigger language plpgsql as $$
begin
  if new.key_id <> old.key_id and new.sealed <> ''
    and (to_jsonb(new) - 'key_id' - 'sealed') = (to_jsonb(old) - 'key_id' - 'sealed') then
    return new;
  end if;
  raise exception 'append-only: % on %', tg_op, tg_table_name using errcode = '23001';
end $$;
--> statement-breakpoint
drop trigger mails_append_only on mails;
--> statement-breakpoint
create trigger mails_append_only before delete or truncate on mails
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger mails_only_resealed before update on mails
  for each row execute function only_resealed();
--> statement-breakpoint
drop trigger takedowns_append_only on takedowns;
--> statement-breakpoint
create trigger takedowns_append_only before delete or truncate on takedowns
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger takedowns_only_resealed before update on takedowns
  for each row execute function only_resealed();
--> statement-breakpoint
create or replace function guardian_consents_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.revoked_at is not null and (old.revoked_at is null or new.revoked_at = old.revoked_at)
      and (new.sealed = old.sealed or new.sealed = '')
      and (to_jsonb(new) - 'revoked_at' - 'sealed') = (to_jsonb(old) - 'revoked_at' - 'sealed')
      and to_jsonb(new) <> to_jsonb(old) then
      return new;
    end if;
    if new.key_id <> old.key_id and new.sealed <> '' and old.sealed <> ''
      and (to_jsonb(new) - 'key_id' - 'sealed') = (to_jsonb(old) - 'key_id' - 'sealed') then
      return new;
    end if;
  end if;
  raise exception 'a consent is revoked, never changed or deleted'
    using errcode = '23514', constraint = 'guardian_consents_only_end';
end $$;
--> statement-breakpoint
-- What was issued stays as it was signed; of the seal only its removal, or the same under another key, is let through.
create or replace function certificates_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.person_id, new.team_id, new.from_day, new.to_day, new.requested_at, new.supersedes_id)
      is not distinct from (old.id, old.person_id, old.team_id, old.from_day, old.to_day, old.requested_at, old.supersedes_id)
    and (old.number is null
      or ((new.year, new.serial, new.number, new.link_key, new.issued_by, new.issued_at, new.head_zh, new.contact_zh,
          new.minutes, new.snapshot, new.sha256, new.sign_alg, new.sign_key_id, new.public_key, new.signature)
        is not distinct from (old.year, old.serial, old.number, old.link_key, old.issued_by, old.issued_at, old.head_zh,
          old.contact_zh, old.minutes, old.snapshot, old.sha256, old.sign_alg, old.sign_key_id, old.public_key, old.signature)
        and (((new.sealed is null or new.sealed = old.sealed)
            and (new.holder_mark is null or new.holder_mark = old.holder_mark))
          or (new.key_id <> old.key_id and new.sealed is not null and new.holder_mark is not null
            and (to_jsonb(new) - 'key_id' - 'sealed' - 'holder_mark')
              = (to_jsonb(old) - 'key_id' - 'sealed' - 'holder_mark')))))
    and (old.state in ('requested', 'issued') or new.state = old.state)
  then
    return new;
  end if;
  raise exception 'a certificate stays as it was issued' using errcode = '23514', constraint = 'certificates_stay';
end $$;
