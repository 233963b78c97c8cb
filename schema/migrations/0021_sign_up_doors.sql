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
ALTER TABLE "activities" ADD COLUMN "risk_class" text DEFAULT 'low' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "source" text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_changes" ADD CONSTRAINT "post_changes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guardian_consents_live_key" ON "guardian_consents" USING btree ("person_id","risk_class") WHERE "guardian_consents"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "post_changes_post_idx" ON "post_changes" USING btree ("post_id");