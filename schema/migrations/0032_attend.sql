CREATE TABLE "absence_appeals" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"reason_zh" text NOT NULL,
	"served_from" timestamp with time zone NOT NULL,
	"served_to" timestamp with time zone NOT NULL,
	"file_id" text,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "absence_appeals_span" CHECK ("absence_appeals"."served_from" < "absence_appeals"."served_to"),
	CONSTRAINT "absence_appeals_not_own" CHECK ("absence_appeals"."decided_by" is null or "absence_appeals"."decided_by" <> "absence_appeals"."person_id"),
	CONSTRAINT "absence_appeals_decided" CHECK (("absence_appeals"."state" = 'asked') = ("absence_appeals"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"state" text NOT NULL,
	"new_sign_up_id" text,
	"offered_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "hand_overs_two_people" CHECK ("hand_overs"."from_id" <> "hand_overs"."to_id"),
	CONSTRAINT "hand_overs_accepted" CHECK (("hand_overs"."state" = 'accepted') = ("hand_overs"."new_sign_up_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "sign_up_rules" ADD COLUMN "appeal_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_up_rules" ADD COLUMN "adult_day_minutes" integer DEFAULT 600 NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_up_rules" ADD COLUMN "minor_day_minutes" integer DEFAULT 240 NOT NULL;--> statement-breakpoint
ALTER TABLE "absence_appeals" ADD CONSTRAINT "absence_appeals_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence_appeals" ADD CONSTRAINT "absence_appeals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence_appeals" ADD CONSTRAINT "absence_appeals_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_from_id_people_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_to_id_people_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_new_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("new_sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "absence_appeals_sign_up_key" ON "absence_appeals" USING btree ("sign_up_id");--> statement-breakpoint
CREATE INDEX "absence_appeals_state_idx" ON "absence_appeals" USING btree ("state","asked_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_overs_open_key" ON "hand_overs" USING btree ("sign_up_id") WHERE "hand_overs"."state" = 'offered';--> statement-breakpoint
CREATE INDEX "hand_overs_to_idx" ON "hand_overs" USING btree ("to_id","offered_at");--> statement-breakpoint
CREATE INDEX "hand_overs_from_idx" ON "hand_overs" USING btree ("from_id","offered_at");--> statement-breakpoint
ALTER TABLE "sign_up_rules" ADD CONSTRAINT "sign_up_rules_days" CHECK ("sign_up_rules"."appeal_days" between 1 and 60 and "sign_up_rules"."adult_day_minutes" between 30 and 1440
        and "sign_up_rules"."minor_day_minutes" between 30 and 1440);