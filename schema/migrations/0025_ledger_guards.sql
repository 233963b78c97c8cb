-- What a row of the ledger says, in one fixed spelling: moments in microseconds, an absent value as null.
create function hours_ledger_hash(l hours_ledger) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    l.seq, l.prev_hash, l.id, l.person_id, l.kind, l.minutes, l.evidence, l.record_id, l.team_id,
    (extract(epoch from l.served_at) * 1000000)::bigint, l.reason_zh, l.actor_id, l.approver_id,
    (extract(epoch from l.at) * 1000000)::bigint)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- Rows from before the chain get their team and their place in it, in the order they were written.
alter table hours_ledger disable trigger hours_ledger_append_only;
--> statement-breakpoint
do $$
declare
  row_id text;
  n bigint := 0;
  prev text := '';
begin
  for row_id in select id from hours_ledger order by at, id loop
    n := n + 1;
    update hours_ledger set seq = n, prev_hash = prev, team_id = (
      select a.team_id from service_records r join sign_ups s on s.id = r.sign_up_id
        join activities a on a.id = s.activity_id where r.id = hours_ledger.record_id) where id = row_id;
    update hours_ledger set hash = hours_ledger_hash(hours_ledger) where id = row_id returning hash into prev;
  end loop;
end $$;
--> statement-breakpoint
alter table hours_ledger enable trigger hours_ledger_append_only;
--> statement-breakpoint
create unique index hours_ledger_seq_key on hours_ledger (seq);
--> statement-breakpoint
-- One writer at a time gets the next place. Whatever a client sent for it is overwritten; the minutes of a record never go below none.
create function hours_ledger_chain() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('hours_ledger'));
  select l.seq + 1, l.hash into new.seq, new.prev_hash from hours_ledger l order by l.seq desc limit 1;
  new.seq := coalesce(new.seq, 1);
  new.prev_hash := coalesce(new.prev_hash, '');
  new.alg := 'sha256';
  if new.record_id is not null then
    select a.team_id into new.team_id from service_records r join sign_ups s on s.id = r.sign_up_id
      join activities a on a.id = s.activity_id where r.id = new.record_id;
    if new.minutes < 0 and new.minutes
      + (select coalesce(sum(l.minutes), 0) from hours_ledger l where l.record_id = new.record_id) < 0 then
      raise exception 'a record never holds less than no minutes'
        using errcode = '23514', constraint = 'hours_ledger_never_negative';
    end if;
  end if;
  new.hash := hours_ledger_hash(new);
  return new;
end $$;
--> statement-breakpoint
create trigger hours_ledger_chain before insert on hours_ledger for each row execute function hours_ledger_chain();
--> statement-breakpoint
alter table hours_ledger add constraint hours_ledger_signs
  check (kind not in ('reverse', 'adjust') or record_id is not null) not valid;
--> statement-breakpoint
revoke update, delete, truncate on hours_ledger from public;
--> statement-breakpoint
create trigger hours_exports_append_only before update or delete or truncate on hours_exports
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger star_objections_append_only before update or delete or truncate on star_objections
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger service_reports_append_only before update or delete or truncate on service_reports
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
insert into star_levels (stars, hours) values (1, 100), (2, 300), (3, 600), (4, 1000), (5, 1500);
