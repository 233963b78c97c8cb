CREATE TABLE "hours_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"rows" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hours_exports_has_reason" CHECK (char_length("hours_exports"."reason") >= 2)
);
--> statement-breakpoint
CREATE TABLE "hours_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"sign_up_id" text NOT NULL,
	"person_id" text NOT NULL,
	"record_id" text,
	"was_minutes" integer NOT NULL,
	"to_minutes" integer,
	"served_from" timestamp with time zone,
	"served_to" timestamp with time zone,
	"evidence" text,
	"reason" text NOT NULL,
	"reason_zh" text NOT NULL,
	"file_id" text,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"proposed_by" text,
	"proposed_at" timestamp with time zone,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	"revision" integer,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "hours_requests_not_own" CHECK ("hours_requests"."decided_by" is null or "hours_requests"."decided_by" <> "hours_requests"."person_id"),
	CONSTRAINT "hours_requests_two_people" CHECK ("hours_requests"."state" <> 'applied' or "hours_requests"."decided_by" <> "hours_requests"."proposed_by"
        or ("hours_requests"."kind" in ('check', 'correct') and abs("hours_requests"."to_minutes" - "hours_requests"."was_minutes") <= 60)),
	CONSTRAINT "hours_requests_photo" CHECK ("hours_requests"."kind" <> 'backfill' or "hours_requests"."file_id" is not null),
	CONSTRAINT "hours_requests_minutes" CHECK ("hours_requests"."was_minutes" >= 0 and ("hours_requests"."to_minutes" is null or "hours_requests"."to_minutes" >= 0))
);
--> statement-breakpoint
CREATE TABLE "service_reports" (
	"year" integer PRIMARY KEY NOT NULL,
	"figures" jsonb NOT NULL,
	"text" text NOT NULL,
	"alg" text NOT NULL,
	"hash" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "star_applications" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"stars" integer NOT NULL,
	"hours" integer NOT NULL,
	"minutes" integer NOT NULL,
	"state" text NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"public_until" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "star_applications_not_own" CHECK ("star_applications"."decided_by" is null or "star_applications"."decided_by" <> "star_applications"."person_id"),
	CONSTRAINT "star_applications_publicised" CHECK ("star_applications"."state" <> 'conferred' or "star_applications"."decided_at" >= "star_applications"."public_until")
);
--> statement-breakpoint
CREATE TABLE "star_levels" (
	"stars" integer PRIMARY KEY NOT NULL,
	"hours" integer NOT NULL,
	CONSTRAINT "star_levels_range" CHECK ("star_levels"."stars" between 1 and 5 and "star_levels"."hours" > 0)
);
--> statement-breakpoint
CREATE TABLE "star_objections" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD COLUMN "team_id" text;--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD COLUMN "seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD COLUMN "alg" text DEFAULT 'sha256' NOT NULL;--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD COLUMN "prev_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "hours_exports" ADD CONSTRAINT "hours_exports_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_requests" ADD CONSTRAINT "hours_requests_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_requests" ADD CONSTRAINT "hours_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_requests" ADD CONSTRAINT "hours_requests_record_id_service_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."service_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_requests" ADD CONSTRAINT "hours_requests_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_reports" ADD CONSTRAINT "service_reports_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "star_applications" ADD CONSTRAINT "star_applications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "star_objections" ADD CONSTRAINT "star_objections_application_id_star_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."star_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "star_objections" ADD CONSTRAINT "star_objections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hours_requests_open_key" ON "hours_requests" USING btree ("sign_up_id") WHERE "hours_requests"."state" in ('asked', 'proposed');--> statement-breakpoint
CREATE UNIQUE INDEX "hours_requests_revision_key" ON "hours_requests" USING btree ("record_id","revision") WHERE "hours_requests"."revision" is not null;--> statement-breakpoint
CREATE INDEX "hours_requests_state_asked_at_idx" ON "hours_requests" USING btree ("state","asked_at","id");--> statement-breakpoint
CREATE INDEX "hours_requests_person_idx" ON "hours_requests" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "star_applications_live_key" ON "star_applications" USING btree ("person_id","stars") WHERE "star_applications"."state" in ('publicised', 'conferred');--> statement-breakpoint
CREATE INDEX "star_applications_state_idx" ON "star_applications" USING btree ("state","applied_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "star_levels_hours_key" ON "star_levels" USING btree ("hours");--> statement-breakpoint
CREATE UNIQUE INDEX "star_objections_person_key" ON "star_objections" USING btree ("application_id","person_id");--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD CONSTRAINT "hours_ledger_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hours_ledger_record_idx" ON "hours_ledger" USING btree ("record_id");