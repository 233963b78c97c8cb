CREATE TABLE "activities" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"team_id" text NOT NULL,
	"place_zh" text NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"radius_m" integer NOT NULL,
	"risk_zh" text NOT NULL,
	"is_risky" boolean NOT NULL,
	"insurance_no" text,
	"min_age" integer,
	"sign_up_from" timestamp with time zone NOT NULL,
	"sign_up_ends_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"series_issue" integer,
	"contact_zh" text NOT NULL,
	"cover_key" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "activities_span" CHECK ("activities"."starts_at" < "activities"."ends_at"),
	CONSTRAINT "activities_sign_up_span" CHECK ("activities"."sign_up_from" < "activities"."sign_up_ends_at" and "activities"."sign_up_ends_at" <= "activities"."ends_at"),
	CONSTRAINT "activities_risky_is_insured" CHECK (not "activities"."is_risky" or "activities"."state" <> 'published' or "activities"."insurance_no" <> '')
);
--> statement-breakpoint
CREATE TABLE "activity_events" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"move" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"shift_id" text NOT NULL,
	"name" text NOT NULL,
	"seq" integer NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "posts_seats" CHECK ("posts"."taken" between 0 and "posts"."capacity")
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"cap_minutes" integer NOT NULL,
	"grace_minutes" integer NOT NULL,
	"leader_id" text NOT NULL,
	CONSTRAINT "shifts_span" CHECK ("shifts"."starts_at" < "shifts"."ends_at"),
	CONSTRAINT "shifts_cap" CHECK ("shifts"."cap_minutes" > 0 and "shifts"."grace_minutes" between 0 and 120
        and "shifts"."cap_minutes" <= extract(epoch from "shifts"."ends_at" - "shifts"."starts_at") / 60 + "shifts"."grace_minutes")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "volunteers" (
	"person_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"display_name" text NOT NULL,
	"age_band" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendance_events" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"kind" text NOT NULL,
	"method" text NOT NULL,
	"nonce" text NOT NULL,
	"counts_at" timestamp with time zone NOT NULL,
	"device_at" timestamp with time zone,
	"server_at" timestamp with time zone NOT NULL,
	"step" bigint,
	"verdict" text NOT NULL,
	"bucket" text,
	"accuracy_m" integer,
	"actor_id" text NOT NULL,
	"note" text NOT NULL,
	"voids_id" text,
	CONSTRAINT "attendance_events_void" CHECK (("attendance_events"."kind" = 'void') = ("attendance_events"."voids_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "code_tries" (
	"person_id" text PRIMARY KEY NOT NULL,
	"minute" bigint NOT NULL,
	"tries" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hours_ledger" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"evidence" text NOT NULL,
	"record_id" text,
	"served_at" timestamp with time zone NOT NULL,
	"reason_zh" text NOT NULL,
	"actor_id" text NOT NULL,
	"approver_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hours_ledger_grant" CHECK ("hours_ledger"."kind" <> 'grant' or ("hours_ledger"."minutes" >= 0 and "hours_ledger"."record_id" is not null)),
	CONSTRAINT "hours_ledger_two_people" CHECK ("hours_ledger"."approver_id" is null or "hours_ledger"."approver_id" <> "hours_ledger"."actor_id")
);
--> statement-breakpoint
CREATE TABLE "service_records" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"person_id" text NOT NULL,
	"served_from" timestamp with time zone NOT NULL,
	"served_to" timestamp with time zone NOT NULL,
	"raw_minutes" integer NOT NULL,
	"credited_minutes" integer NOT NULL,
	"evidence" text NOT NULL,
	"is_auto_closed" boolean NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_records_minutes" CHECK ("service_records"."credited_minutes" between 0 and "service_records"."raw_minutes"),
	CONSTRAINT "service_records_span" CHECK ("service_records"."served_from" <= "service_records"."served_to")
);
--> statement-breakpoint
CREATE TABLE "sign_up_events" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"move" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"shift_id" text NOT NULL,
	"post_id" text NOT NULL,
	"is_post_chosen" boolean NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_leader_id_people_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_parent_id_teams_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_events" ADD CONSTRAINT "attendance_events_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_events" ADD CONSTRAINT "attendance_events_voids_id_attendance_events_id_fk" FOREIGN KEY ("voids_id") REFERENCES "public"."attendance_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD CONSTRAINT "hours_ledger_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD CONSTRAINT "hours_ledger_record_id_service_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."service_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up_events" ADD CONSTRAINT "sign_up_events_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_state_starts_at_idx" ON "activities" USING btree ("state","starts_at","id");--> statement-breakpoint
CREATE INDEX "activity_events_activity_idx" ON "activity_events" USING btree ("activity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_shift_seq_key" ON "posts" USING btree ("shift_id","seq");--> statement-breakpoint
CREATE INDEX "shifts_activity_idx" ON "shifts" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "shifts_leader_idx" ON "shifts" USING btree ("leader_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "volunteers_number_key" ON "volunteers" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_events_nonce_key" ON "attendance_events" USING btree ("sign_up_id","nonce");--> statement-breakpoint
CREATE INDEX "hours_ledger_person_idx" ON "hours_ledger" USING btree ("person_id","served_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hours_ledger_grant_key" ON "hours_ledger" USING btree ("record_id") WHERE "hours_ledger"."kind" = 'grant';--> statement-breakpoint
CREATE UNIQUE INDEX "service_records_sign_up_key" ON "service_records" USING btree ("sign_up_id");--> statement-breakpoint
CREATE INDEX "service_records_person_idx" ON "service_records" USING btree ("person_id","served_from");--> statement-breakpoint
CREATE INDEX "sign_up_events_sign_up_idx" ON "sign_up_events" USING btree ("sign_up_id");--> statement-breakpoint
CREATE INDEX "sign_ups_shift_idx" ON "sign_ups" USING btree ("shift_id");--> statement-breakpoint
CREATE INDEX "sign_ups_activity_idx" ON "sign_ups" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "sign_ups_person_starts_at_idx" ON "sign_ups" USING btree ("person_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_live_key" ON "sign_ups" USING btree ("person_id","shift_id") WHERE "sign_ups"."state" in ('applied', 'approved', 'waitlisted', 'offered');