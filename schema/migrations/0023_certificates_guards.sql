create trigger certificate_events_append_only before update or delete or truncate on certificate_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger certificate_records_append_only before update or delete or truncate on certificate_records
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger real_name_reads_append_only before update or delete or truncate on real_name_reads
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- What was issued stays as it was signed; of the seal only its removal is let through.
create function certificates_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.person_id, new.team_id, new.from_day, new.to_day, new.requested_at, new.supersedes_id)
      is not distinct from (old.id, old.person_id, old.team_id, old.from_day, old.to_day, old.requested_at, old.supersedes_id)
    and (old.number is null
      or ((new.year, new.serial, new.number, new.link_key, new.issued_by, new.issued_at, new.head_zh, new.contact_zh,
          new.minutes, new.snapshot, new.sha256, new.sign_alg, new.sign_key_id, new.public_key, new.signature)
        is not distinct from (old.year, old.serial, old.number, old.link_key, old.issued_by, old.issued_at, old.head_zh,
          old.contact_zh, old.minutes, old.snapshot, old.sha256, old.sign_alg, old.sign_key_id, old.public_key, old.signature)
        and (new.sealed is null or new.sealed = old.sealed)
        and (new.holder_mark is null or new.holder_mark = old.holder_mark)))
    and (old.state in ('requested', 'issued') or new.state = old.state)
  then
    return new;
  end if;
  raise exception 'a certificate stays as it was issued' using errcode = '23514', constraint = 'certificates_stay';
end $$;
--> statement-breakpoint
create trigger certificates_stay before update or delete on certificates
  for each row execute function certificates_stay();
