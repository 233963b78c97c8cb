CREATE TABLE "service_order_clocks" (
	"step" text PRIMARY KEY NOT NULL,
	"hours" integer NOT NULL,
	CONSTRAINT "service_order_clocks_hours" CHECK ("service_order_clocks"."hours" between 1 and 8760)
);
--> statement-breakpoint
CREATE TABLE "service_order_contact_reads" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"by" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_order_contacts" (
	"order_id" text PRIMARY KEY NOT NULL,
	"alg" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_order_events" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"version" integer NOT NULL,
	"cycle" smallint NOT NULL,
	"move" text NOT NULL,
	"team_id" text,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_order_kinds" (
	"code" text PRIMARY KEY NOT NULL,
	"zh" text NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_order_photos" (
	"file_id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"ordinal" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_order_ratings" (
	"order_id" text NOT NULL,
	"cycle" smallint NOT NULL,
	"team_id" text NOT NULL,
	"person_id" text NOT NULL,
	"stars" smallint NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_order_ratings_stars" CHECK ("service_order_ratings"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "service_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"place_zh" text NOT NULL,
	"lng" double precision,
	"lat" double precision,
	"wanted_at" timestamp with time zone,
	"person_id" text NOT NULL,
	"case_id" text,
	"state" text NOT NULL,
	"team_id" text,
	"master_id" text,
	"activity_id" text,
	"dispatches" smallint DEFAULT 0 NOT NULL,
	"cycle" smallint DEFAULT 1 NOT NULL,
	"agreed_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "service_orders_merged_has_master" CHECK (("service_orders"."state" = 'merged') = ("service_orders"."master_id" is not null)),
	CONSTRAINT "service_orders_taken_has_team" CHECK ("service_orders"."state" not in ('dispatched', 'taken', 'linked', 'served') or "service_orders"."team_id" is not null),
	CONSTRAINT "service_orders_linked_has_activity" CHECK ("service_orders"."state" not in ('linked', 'served') or "service_orders"."activity_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "point_exchanges" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"item_id" text NOT NULL,
	"points" integer NOT NULL,
	"state" text NOT NULL,
	"code_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"redeemed_by" text,
	CONSTRAINT "point_exchanges_ended" CHECK (("point_exchanges"."state" = 'reserved') = ("point_exchanges"."ended_at" is null)),
	CONSTRAINT "point_exchanges_redeemed" CHECK (("point_exchanges"."state" = 'redeemed') = ("point_exchanges"."redeemed_by" is not null)),
	CONSTRAINT "point_exchanges_not_own" CHECK ("point_exchanges"."redeemed_by" is null or "point_exchanges"."redeemed_by" <> "point_exchanges"."person_id")
);
--> statement-breakpoint
CREATE TABLE "point_items" (
	"id" text PRIMARY KEY NOT NULL,
	"zh" text NOT NULL,
	"points" integer NOT NULL,
	"stock" integer NOT NULL,
	"place_zh" text NOT NULL,
	"window_zh" text NOT NULL,
	"keep_days" integer NOT NULL,
	"ends_on" date,
	"is_on" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "point_items_stock" CHECK ("point_items"."stock" >= 0),
	CONSTRAINT "point_items_amounts" CHECK ("point_items"."points" > 0 and "point_items"."keep_days" between 1 and 90)
);
--> statement-breakpoint
CREATE TABLE "volunteer_point_balances" (
	"person_id" text PRIMARY KEY NOT NULL,
	"available" integer DEFAULT 0 NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"debt" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "volunteer_point_balances_available" CHECK ("volunteer_point_balances"."available" >= 0),
	CONSTRAINT "volunteer_point_balances_reserved" CHECK ("volunteer_point_balances"."reserved" >= 0),
	CONSTRAINT "volunteer_point_balances_debt" CHECK ("volunteer_point_balances"."debt" >= 0)
);
--> statement-breakpoint
CREATE TABLE "volunteer_point_marks" (
	"ledger_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"points" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "volunteer_point_postings" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_account" text NOT NULL,
	"to_account" text NOT NULL,
	"amount" integer NOT NULL,
	"cause" text NOT NULL,
	"ledger_id" text,
	"exchange_id" text,
	"expires_on" date,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "volunteer_point_postings_amount" CHECK ("volunteer_point_postings"."amount" > 0 and "volunteer_point_postings"."from_account" <> "volunteer_point_postings"."to_account"),
	CONSTRAINT "volunteer_point_postings_earned" CHECK (("volunteer_point_postings"."kind" = 'earn') = ("volunteer_point_postings"."expires_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "volunteer_point_rules" (
	"starts_on" date PRIMARY KEY NOT NULL,
	"points_per_hour" integer NOT NULL,
	"kept_years" integer NOT NULL,
	CONSTRAINT "volunteer_point_rules_range" CHECK ("volunteer_point_rules"."points_per_hour" between 0 and 100 and "volunteer_point_rules"."kept_years" between 0 and 10)
);
--> statement-breakpoint
ALTER TABLE "service_order_contact_reads" ADD CONSTRAINT "service_order_contact_reads_order_id_service_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_contact_reads" ADD CONSTRAINT "service_order_contact_reads_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_contacts" ADD CONSTRAINT "service_order_contacts_order_id_service_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_events" ADD CONSTRAINT "service_order_events_order_id_service_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_events" ADD CONSTRAINT "service_order_events_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_photos" ADD CONSTRAINT "service_order_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_photos" ADD CONSTRAINT "service_order_photos_event_id_service_order_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."service_order_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_ratings" ADD CONSTRAINT "service_order_ratings_order_id_service_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_ratings" ADD CONSTRAINT "service_order_ratings_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order_ratings" ADD CONSTRAINT "service_order_ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_orders" ADD CONSTRAINT "service_orders_kind_service_order_kinds_code_fk" FOREIGN KEY ("kind") REFERENCES "public"."service_order_kinds"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_orders" ADD CONSTRAINT "service_orders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_orders" ADD CONSTRAINT "service_orders_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_orders" ADD CONSTRAINT "service_orders_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_orders" ADD CONSTRAINT "service_orders_master_id_service_orders_id_fk" FOREIGN KEY ("master_id") REFERENCES "public"."service_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_orders" ADD CONSTRAINT "service_orders_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_exchanges" ADD CONSTRAINT "point_exchanges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_exchanges" ADD CONSTRAINT "point_exchanges_item_id_point_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."point_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_exchanges" ADD CONSTRAINT "point_exchanges_redeemed_by_people_id_fk" FOREIGN KEY ("redeemed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_point_balances" ADD CONSTRAINT "volunteer_point_balances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_point_marks" ADD CONSTRAINT "volunteer_point_marks_ledger_id_hours_ledger_id_fk" FOREIGN KEY ("ledger_id") REFERENCES "public"."hours_ledger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_point_marks" ADD CONSTRAINT "volunteer_point_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_point_postings" ADD CONSTRAINT "volunteer_point_postings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_point_postings" ADD CONSTRAINT "volunteer_point_postings_ledger_id_hours_ledger_id_fk" FOREIGN KEY ("ledger_id") REFERENCES "public"."hours_ledger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_point_postings" ADD CONSTRAINT "volunteer_point_postings_exchange_id_point_exchanges_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."point_exchanges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "service_order_contact_reads_by_idx" ON "service_order_contact_reads" USING btree ("by","at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_order_events_version_key" ON "service_order_events" USING btree ("order_id","version");--> statement-breakpoint
CREATE INDEX "service_order_events_at_idx" ON "service_order_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "service_order_photos_event_idx" ON "service_order_photos" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_order_ratings_key" ON "service_order_ratings" USING btree ("order_id","cycle");--> statement-breakpoint
CREATE INDEX "service_order_ratings_team_idx" ON "service_order_ratings" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_orders_open_case_key" ON "service_orders" USING btree ("case_id") WHERE "service_orders"."case_id" is not null and "service_orders"."state" not in ('closed', 'declined', 'merged');--> statement-breakpoint
CREATE INDEX "service_orders_state_idx" ON "service_orders" USING btree ("state","at","id");--> statement-breakpoint
CREATE INDEX "service_orders_person_idx" ON "service_orders" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "service_orders_team_idx" ON "service_orders" USING btree ("team_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "point_exchanges_code_key" ON "point_exchanges" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "point_exchanges_person_idx" ON "point_exchanges" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "point_exchanges_expires_idx" ON "point_exchanges" USING btree ("expires_at") WHERE "point_exchanges"."state" = 'reserved';--> statement-breakpoint
CREATE UNIQUE INDEX "volunteer_point_postings_cause_key" ON "volunteer_point_postings" USING btree ("cause");--> statement-breakpoint
CREATE INDEX "volunteer_point_postings_person_idx" ON "volunteer_point_postings" USING btree ("person_id","at","id");