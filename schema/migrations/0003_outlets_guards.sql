create trigger case_exports_append_only before update or delete or truncate on case_exports
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger api_key_events_append_only before update or delete or truncate on api_key_events
  for each statement execute function refuse_rewriting();
