create trigger reward_rules_append_only before update or delete or truncate on reward_rules
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger reward_events_append_only before update or delete or truncate on reward_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger reward_ledger_append_only before update or delete or truncate on reward_ledger
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger reward_payouts_append_only before update or delete or truncate on reward_payouts
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger reward_payout_takes_append_only before update or delete or truncate on reward_payout_takes
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger reward_objections_append_only before update or delete or truncate on reward_objections
  for each statement execute function refuse_rewriting();
