CREATE TABLE "reward_counters" (
	"kind" text NOT NULL,
	"owner" text NOT NULL,
	"period" text NOT NULL,
	"used" integer NOT NULL,
	"cap" integer NOT NULL,
	CONSTRAINT "reward_counters_pkey" PRIMARY KEY("kind","owner","period"),
	CONSTRAINT "reward_counters_not_negative" CHECK ("reward_counters"."used" >= 0),
	CONSTRAINT "reward_counters_budget" CHECK ("reward_counters"."kind" <> 'budget' or "reward_counters"."used" <= "reward_counters"."cap"),
	CONSTRAINT "reward_counters_day" CHECK ("reward_counters"."kind" <> 'day' or "reward_counters"."used" <= "reward_counters"."cap"),
	CONSTRAINT "reward_counters_month" CHECK ("reward_counters"."kind" <> 'month' or "reward_counters"."used" <= "reward_counters"."cap"),
	CONSTRAINT "reward_counters_points" CHECK ("reward_counters"."kind" <> 'points' or "reward_counters"."used" <= "reward_counters"."cap")
);
--> statement-breakpoint
CREATE TABLE "reward_payees" (
	"person_id" text PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reward_payees_named" CHECK ("reward_payees"."way" = 'points' or char_length("reward_payees"."name") >= 2)
);
--> statement-breakpoint
CREATE TABLE "reward_events" (
	"reward_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"was" text,
	"is" text NOT NULL,
	"by" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reward_events_pkey" PRIMARY KEY("reward_id","version")
);
--> statement-breakpoint
CREATE TABLE "reward_ledger" (
	"reward_id" text NOT NULL,
	"version" integer NOT NULL,
	"unit" text NOT NULL,
	"from_account" text NOT NULL,
	"to_account" text NOT NULL,
	"person_id" text NOT NULL,
	"line_id" text NOT NULL,
	"amount" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reward_ledger_pkey" PRIMARY KEY("reward_id","version","unit"),
	CONSTRAINT "reward_ledger_moves" CHECK ("reward_ledger"."amount" > 0 and "reward_ledger"."from_account" <> "reward_ledger"."to_account")
);
--> statement-breakpoint
CREATE TABLE "reward_objections" (
	"reward_id" text PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_payout_takes" (
	"id" text PRIMARY KEY NOT NULL,
	"payout_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_payouts" (
	"id" text PRIMARY KEY NOT NULL,
	"rows" integer NOT NULL,
	"fen" integer NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"line_id" text NOT NULL,
	"zh" text NOT NULL,
	"classes" jsonb NOT NULL,
	"first_fen" integer NOT NULL,
	"first_points" integer NOT NULL,
	"follower_fen" integer NOT NULL,
	"follower_points" integer NOT NULL,
	"day_max_fen" integer NOT NULL,
	"month_max_fen" integer NOT NULL,
	"day_max_points" integer NOT NULL,
	"budget_fen" integer NOT NULL,
	"budget_period" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"by" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reward_rules_amounts" CHECK (least("reward_rules"."follower_fen", "reward_rules"."follower_points", "reward_rules"."day_max_fen") >= 0
      and "reward_rules"."follower_fen" <= "reward_rules"."first_fen" and "reward_rules"."follower_points" <= "reward_rules"."first_points"),
	CONSTRAINT "reward_rules_span" CHECK ("reward_rules"."ends_on" is null or "reward_rules"."ends_on" >= "reward_rules"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "rewards" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"rank" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"rule_id" text,
	"fen" integer NOT NULL,
	"points" integer NOT NULL,
	"day" date NOT NULL,
	"period" text NOT NULL,
	"frozen_for" text,
	"approved_by" text,
	"paid_by" text,
	"payout_id" text,
	"payee_name" text,
	"payee_way" text,
	"version" integer DEFAULT 0 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "rewards_amounts" CHECK ("rewards"."fen" >= 0 and "rewards"."points" >= 0),
	CONSTRAINT "rewards_refused_has_reason" CHECK (("rewards"."state" = 'refused') = ("rewards"."reason" is not null)
      and ("rewards"."state" = 'refused') = ("rewards"."fen" + "rewards"."points" = 0) and ("rewards"."reason" is null) = ("rewards"."rule_id" is not null)),
	CONSTRAINT "rewards_two_people" CHECK ("rewards"."paid_by" is null or "rewards"."paid_by" <> "rewards"."approved_by"),
	CONSTRAINT "rewards_not_own" CHECK ("rewards"."person_id" is distinct from "rewards"."approved_by" and "rewards"."person_id" is distinct from "rewards"."paid_by"),
	CONSTRAINT "rewards_approved_has_approver" CHECK ("rewards"."state" not in ('approved', 'paid') or "rewards"."approved_by" is not null),
	CONSTRAINT "rewards_paid_has_payout" CHECK ("rewards"."state" <> 'paid' or "rewards"."fen" = 0
      or ("rewards"."paid_by" is not null and "rewards"."payout_id" is not null and "rewards"."payee_name" is not null)),
	CONSTRAINT "rewards_frozen_has_cause" CHECK (("rewards"."state" = 'frozen') = ("rewards"."frozen_for" is not null))
);
--> statement-breakpoint
ALTER TABLE "reward_payees" ADD CONSTRAINT "reward_payees_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_events" ADD CONSTRAINT "reward_events_reward_id_rewards_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_ledger" ADD CONSTRAINT "reward_ledger_reward_id_rewards_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_ledger" ADD CONSTRAINT "reward_ledger_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_objections" ADD CONSTRAINT "reward_objections_reward_id_rewards_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_payout_takes" ADD CONSTRAINT "reward_payout_takes_payout_id_reward_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."reward_payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_payout_takes" ADD CONSTRAINT "reward_payout_takes_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_payouts" ADD CONSTRAINT "reward_payouts_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_rules" ADD CONSTRAINT "reward_rules_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_rule_id_reward_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."reward_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_paid_by_people_id_fk" FOREIGN KEY ("paid_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_payout_id_reward_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."reward_payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reward_ledger_person_idx" ON "reward_ledger" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_rules_line_day_key" ON "reward_rules" USING btree ("line_id","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "rewards_case_person_key" ON "rewards" USING btree ("case_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rewards_first_of_case_key" ON "rewards" USING btree ("case_id") WHERE "rewards"."rank" = 'first';--> statement-breakpoint
CREATE INDEX "rewards_state_at_idx" ON "rewards" USING btree ("state","at","id");--> statement-breakpoint
CREATE INDEX "rewards_person_at_idx" ON "rewards" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "rewards_payout_idx" ON "rewards" USING btree ("payout_id");