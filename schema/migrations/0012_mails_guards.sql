create trigger mails_append_only before update or delete or truncate on mails
  for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger mail_photos_append_only before update or delete or truncate on mail_photos
  for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger mail_outcomes_append_only before update or delete or truncate on mail_outcomes
  for each statement execute function refuse_rewriting();
