CREATE TABLE "rate_exclusions" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"cycle" smallint NOT NULL,
	"rate" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"agreed" boolean,
	CONSTRAINT "rate_exclusions_reason" CHECK ("rate_exclusions"."reason" <> ''),
	CONSTRAINT "rate_exclusions_two_people" CHECK ("rate_exclusions"."decided_by" is distinct from "rate_exclusions"."asked_by"),
	CONSTRAINT "rate_exclusions_decided_whole" CHECK (("rate_exclusions"."decided_by" is null) = ("rate_exclusions"."decided_at" is null) and ("rate_exclusions"."decided_by" is null) = ("rate_exclusions"."agreed" is null))
);
--> statement-breakpoint
CREATE TABLE "supervision_events" (
	"id" text PRIMARY KEY NOT NULL,
	"supervision_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"by_zh" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervision_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervision_photos" (
	"file_id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"ordinal" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervisions" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	"number" text NOT NULL,
	"case_id" text NOT NULL,
	"cycle" smallint NOT NULL,
	"unit_id" text NOT NULL,
	"colour" text NOT NULL,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"listed_at" timestamp with time zone,
	"due_at" timestamp with time zone NOT NULL,
	"proposed_by" text,
	"confirmed_by" text,
	CONSTRAINT "supervisions_serial" CHECK ("supervisions"."serial" > 0),
	CONSTRAINT "supervisions_two_people" CHECK ("supervisions"."confirmed_by" is null or "supervisions"."confirmed_by" is distinct from "supervisions"."proposed_by"),
	CONSTRAINT "supervisions_cancelled_by_two" CHECK (("supervisions"."state" = 'cancelled') = ("supervisions"."confirmed_by" is not null)
        and ("supervisions"."state" in ('proposed', 'cancelled')) = ("supervisions"."proposed_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "rate_exclusions" ADD CONSTRAINT "rate_exclusions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_exclusions" ADD CONSTRAINT "rate_exclusions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_exclusions" ADD CONSTRAINT "rate_exclusions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_events" ADD CONSTRAINT "supervision_events_supervision_id_supervisions_id_fk" FOREIGN KEY ("supervision_id") REFERENCES "public"."supervisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_photos" ADD CONSTRAINT "supervision_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_photos" ADD CONSTRAINT "supervision_photos_event_id_supervision_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."supervision_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rate_exclusions_one_key" ON "rate_exclusions" USING btree ("case_id","cycle","rate") WHERE "rate_exclusions"."agreed" is distinct from false;--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_events_version_key" ON "supervision_events" USING btree ("supervision_id","version");--> statement-breakpoint
CREATE INDEX "supervision_events_at_idx" ON "supervision_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "supervision_photos_event_idx" ON "supervision_photos" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supervisions_number_key" ON "supervisions" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "supervisions_year_serial_key" ON "supervisions" USING btree ("year","serial");--> statement-breakpoint
CREATE UNIQUE INDEX "supervisions_case_cycle_colour_key" ON "supervisions" USING btree ("case_id","cycle","colour");--> statement-breakpoint
CREATE INDEX "supervisions_unit_idx" ON "supervisions" USING btree ("unit_id","state");--> statement-breakpoint
CREATE INDEX "supervisions_issued_idx" ON "supervisions" USING btree ("issued_at","id");