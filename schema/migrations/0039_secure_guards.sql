-- What a row of the audit chain says, in one fixed spelling: moments in microseconds.
create function audit_hash(a audit_log) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    a.seq, a.prev_hash, (extract(epoch from a.at) * 1000000)::bigint, a.outcome, a.person_id, a.roles, a.op,
    a.subject_id, a.body_hash, a.address, a.request_id)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- One writer at a time gets the next place. Whatever a client sent for it is overwritten.
create function audit_log_chain() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('audit_log'));
  select l.seq + 1, l.hash into new.seq, new.prev_hash from audit_log l order by l.seq desc limit 1;
  new.seq := coalesce(new.seq, 1);
  new.prev_hash := coalesce(new.prev_hash, '');
  new.alg := 'sha256';
  select coalesce(string_agg(distinct g.role, ',' order by g.role), '') into new.roles
    from role_grants g where g.person_id = new.person_id and g.ended_at is null;
  new.hash := audit_hash(new);
  return new;
end $$;
--> statement-breakpoint
create trigger audit_log_chain before insert on audit_log for each row execute function audit_log_chain();
--> statement-breakpoint
-- Rows only ever go when they are older than the law asks for, counted from the newest row, and never change.
create function audit_log_only_ages() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < (select max(l.at) from audit_log l) - interval '183 days' then
    return old;
  end if;
  raise exception 'append-only: % on audit_log', tg_op using errcode = '23001';
end $$;
--> statement-breakpoint
create trigger audit_log_only_ages before update or delete on audit_log
  for each row execute function audit_log_only_ages();
--> statement-breakpoint
create trigger audit_log_never_emptied before truncate on audit_log
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger audit_heads_append_only before update or delete or truncate on audit_heads
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
revoke update, delete, truncate on audit_log, audit_heads from public;
--> statement-breakpoint
-- Every write leaves a row in `sends`; no code path can forget the audit. At commit, so that no write waits for the chain with work undone.
create function sends_into_audit() returns trigger language plpgsql as $$
begin
  insert into audit_log (seq, at, outcome, person_id, roles, op, subject_id, body_hash, address, request_id, alg, prev_hash, hash)
    values (0, new.at, 'done', new.person_id, '', new.op, new.subject_id, new.body_hash, new.address, new.request_id, '', '', '');
  return null;
end $$;
--> statement-breakpoint
create constraint trigger sends_into_audit after insert on sends deferrable initially deferred
  for each row execute function sends_into_audit();
--> statement-breakpoint
create function sessions_into_audit() returns trigger language plpgsql as $$
declare
  is_new constant boolean := tg_op = 'INSERT';
begin
  if is_new or (old.ended_at is null and new.ended_at is not null) then
    insert into audit_log (seq, at, outcome, person_id, roles, op, subject_id, body_hash, address, request_id, alg, prev_hash, hash)
      values (0, case when is_new then new.created_at else new.ended_at end,
        case when is_new then 'signed_in' else 'signed_out' end, new.person_id, '', '', new.id, '', new.address, '', '', '', '');
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger sessions_into_audit after insert or update on sessions deferrable initially deferred
  for each row execute function sessions_into_audit();
--> statement-breakpoint
-- A consent is revoked once; when its person's account is closed the seal goes with it. Nothing else of it ever changes.
create or replace function guardian_consents_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.revoked_at is not null and (old.revoked_at is null or new.revoked_at = old.revoked_at)
      and (new.sealed = old.sealed or new.sealed = '')
      and (to_jsonb(new) - 'revoked_at' - 'sealed') = (to_jsonb(old) - 'revoked_at' - 'sealed')
      and to_jsonb(new) <> to_jsonb(old) then
      return new;
    end if;
  end if;
  raise exception 'a consent is revoked, never changed or deleted'
    using errcode = '23514', constraint = 'guardian_consents_only_end';
end $$;
