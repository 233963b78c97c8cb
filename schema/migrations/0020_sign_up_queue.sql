CREATE TABLE "sign_up_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_minutes" integer DEFAULT 720 NOT NULL,
	"offer_lead_minutes" integer DEFAULT 60 NOT NULL,
	CONSTRAINT "sign_up_rules_offers" CHECK ("sign_up_rules"."offer_minutes" between 1 and 10080 and "sign_up_rules"."offer_lead_minutes" between 0 and 10080)
);
--> statement-breakpoint
ALTER TABLE "shifts" ADD COLUMN "admission" text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "queued_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "passed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "offer_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "sign_up_events_at_idx" ON "sign_up_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "sign_ups_queue_idx" ON "sign_ups" USING btree ("shift_id","queued_at","id") WHERE "sign_ups"."state" in ('waitlisted', 'offered');--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_offer_is_dated" CHECK (("sign_ups"."state" = 'offered') = ("sign_ups"."offer_until" is not null));