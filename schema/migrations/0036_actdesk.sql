CREATE TABLE "activity_series" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"brand" text NOT NULL,
	"last" integer DEFAULT 0 NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_series_last" CHECK ("activity_series"."last" >= 0)
);
--> statement-breakpoint
CREATE TABLE "activity_versions" (
	"activity_id" text NOT NULL,
	"version" integer NOT NULL,
	"cause" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"risk_hash" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_versions_pkey" PRIMARY KEY("activity_id","version")
);
--> statement-breakpoint
CREATE TABLE "reconsents" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"was_starts_at" timestamp with time zone NOT NULL,
	"was_ends_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "reconsents_answered" CHECK (("reconsents"."answer" is null) = ("reconsents"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "agreed_risk_hash" text;--> statement-breakpoint
ALTER TABLE "activity_series" ADD CONSTRAINT "activity_series_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconsents" ADD CONSTRAINT "reconsents_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_series_name_key" ON "activity_series" USING btree ("name");--> statement-breakpoint
CREATE INDEX "reconsents_sign_up_idx" ON "reconsents" USING btree ("sign_up_id","asked_at");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_series_id_activity_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."activity_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activities_series_issue_key" ON "activities" USING btree ("series_id","series_issue");