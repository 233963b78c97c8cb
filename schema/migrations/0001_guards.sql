-- A journal is only ever added to. The trigger holds it against every client, whatever code it runs.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on %', tg_op, tg_table_name using errcode = '23001';
end $$;
--> statement-breakpoint
create trigger case_events_append_only before update or delete or truncate on case_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- The chain of a past day must stay readable: a duty is ended, never deleted or rewritten.
create function grid_duties_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.ends_at is null and new.ends_at is not null
      and to_jsonb(new) - 'ends_at' = to_jsonb(old) - 'ends_at' then
      return new;
    end if;
  end if;
  raise exception 'a grid duty is ended, never changed or deleted'
    using errcode = '23514', constraint = 'grid_duties_only_end';
end $$;
--> statement-breakpoint
create trigger grid_duties_only_end before update or delete on grid_duties
  for each row execute function grid_duties_only_end();
--> statement-breakpoint
create trigger grid_duties_never_emptied before truncate on grid_duties
  for each statement execute function grid_duties_only_end();
--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
-- One lead department a grid at any moment.
alter table grid_duties add constraint grid_duties_one_lead
  exclude using gist (grid_id with =, tstzrange(starts_at, ends_at) with &&) where (tier = 2);
--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
-- Two live sign-ups of one person never overlap; one may begin the moment another ends.
alter table sign_ups add constraint sign_ups_no_overlap exclude using gist (
  person_id with =,
  tstzrange(starts_at, ends_at) with &&
) where (state in ('applied', 'approved', 'waitlisted', 'offered'));
--> statement-breakpoint
-- No minute of a person is counted twice, whoever confirms it.
alter table service_records add constraint service_records_no_overlap exclude using gist (
  person_id with =,
  tstzrange(served_from, served_to) with &&
);
--> statement-breakpoint
create trigger activity_events_append_only before update or delete or truncate on activity_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger sign_up_events_append_only before update or delete or truncate on sign_up_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger attendance_events_append_only before update or delete or truncate on attendance_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- A record is taken back by a row in the ledger, never by changing it.
create trigger service_records_append_only before update or delete or truncate on service_records
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger hours_ledger_append_only before update or delete or truncate on hours_ledger
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- Chinese has no spaces to split at: every pair of neighbouring letters is a word of the index.
create function bigrams(words text) returns text[] language sql immutable parallel safe strict as $$
  select coalesce(array_agg(distinct substr(words, i, 2)), '{}') from generate_series(1, length(words) - 1) as i
$$;
--> statement-breakpoint
create index cases_search_idx on cases using gin (bigrams(search));
--> statement-breakpoint
create trigger case_exports_append_only before update or delete or truncate on case_exports
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger api_key_events_append_only before update or delete or truncate on api_key_events
  for each statement execute function refuse_rewriting();
