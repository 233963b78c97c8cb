create trigger consent_texts_append_only before update or delete or truncate on consent_texts
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger consent_events_append_only before update or delete or truncate on consent_events
  for each statement execute function refuse_rewriting();
