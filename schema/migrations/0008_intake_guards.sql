-- Who read whose contact is only ever added to.
create trigger contact_reads_append_only before update or delete or truncate on contact_reads
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger report_callbacks_append_only before update or delete or truncate on report_callbacks
  for each statement execute function refuse_rewriting();
