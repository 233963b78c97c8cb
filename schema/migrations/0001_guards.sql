-- A journal is only ever added to. The trigger holds it against every client, whatever code it runs.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on %', tg_op, tg_table_name using errcode = '23001';
end $$;
--> statement-breakpoint
create trigger case_events_append_only before update or delete or truncate on case_events
  for each statement execute function refuse_rewriting();
