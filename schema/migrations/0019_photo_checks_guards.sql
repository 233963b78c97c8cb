-- Who let which photo out, and who looked under a mask, is only ever added to.
create trigger photo_checks_append_only before update or delete or truncate on photo_checks
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger photo_reads_append_only before update or delete or truncate on photo_reads
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- Classes whose place says whose home it is: a released county gets them as a new one does.
update categories set is_fuzzed = true where code in ('B5', 'F1', 'F2', 'H2', 'I6', 'J4');
