CREATE TABLE "guardian_consents" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"risk_class" text NOT NULL,
	"alg" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"text_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "post_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"was" integer NOT NULL,
	"is" integer NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "post_changes_only_more" CHECK ("post_changes"."is" > "post_changes"."was" and "post_changes"."note" <> '')
);
--> statement-breakpoint
CREATE TABLE "sign_up_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_minutes" integer DEFAULT 720 NOT NULL,
	"offer_lead_minutes" integer DEFAULT 60 NOT NULL,
	CONSTRAINT "sign_up_rules_offers" CHECK ("sign_up_rules"."offer_minutes" between 1 and 10080 and "sign_up_rules"."offer_lead_minutes" between 0 and 10080)
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "risk_class" text DEFAULT 'low' NOT NULL;--> statement-breakpoint
ALTER TABLE "shifts" ADD COLUMN "admission" text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "source" text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "queued_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "passed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "offer_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_changes" ADD CONSTRAINT "post_changes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guardian_consents_live_key" ON "guardian_consents" USING btree ("person_id","risk_class") WHERE "guardian_consents"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "post_changes_post_idx" ON "post_changes" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "sign_up_events_at_idx" ON "sign_up_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "sign_ups_queue_idx" ON "sign_ups" USING btree ("shift_id","queued_at","id") WHERE "sign_ups"."state" in ('waitlisted', 'offered');--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_offer_is_dated" CHECK (("sign_ups"."state" = 'offered') = ("sign_ups"."offer_until" is not null));