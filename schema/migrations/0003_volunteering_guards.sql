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
