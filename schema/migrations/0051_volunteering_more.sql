CREATE TABLE "activity_article_photos" (
	"article_id" text NOT NULL,
	"file_id" text NOT NULL,
	"ordinal" smallint NOT NULL,
	CONSTRAINT "activity_article_photos_pkey" PRIMARY KEY("article_id","file_id"),
	CONSTRAINT "activity_article_photos_nine" CHECK ("activity_article_photos"."ordinal" between 0 and 8)
);
--> statement-breakpoint
CREATE TABLE "activity_articles" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"attachments" jsonb NOT NULL,
	"state" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "activity_articles_not_own" CHECK ("activity_articles"."decided_by" is distinct from "activity_articles"."by"),
	CONSTRAINT "activity_articles_decided_whole" CHECK (("activity_articles"."state" = 'in_review') = ("activity_articles"."decided_by" is null) and ("activity_articles"."decided_by" is null) = ("activity_articles"."decided_at" is null)
        and ("activity_articles"."state" <> 'returned' or "activity_articles"."note" <> ''))
);
--> statement-breakpoint
CREATE TABLE "qualification_kinds" (
	"id" text PRIMARY KEY NOT NULL,
	"zh" text NOT NULL,
	"way_zh" text NOT NULL,
	"seq" integer NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qualifications" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind_id" text NOT NULL,
	"until_on" date NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"end_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "qualifications_not_own" CHECK ("qualifications"."by" <> "qualifications"."person_id" and "qualifications"."ended_by" is distinct from "qualifications"."person_id"),
	CONSTRAINT "qualifications_ended_whole" CHECK (("qualifications"."ended_at" is null) = ("qualifications"."ended_by" is null) and ("qualifications"."ended_at" is null) = ("qualifications"."end_note" = ''))
);
--> statement-breakpoint
ALTER TABLE "shifts" ADD COLUMN "qualification_id" text;--> statement-breakpoint
ALTER TABLE "sign_up_rules" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_article_photos" ADD CONSTRAINT "activity_article_photos_article_id_activity_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."activity_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_article_photos" ADD CONSTRAINT "activity_article_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_articles" ADD CONSTRAINT "activity_articles_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_articles" ADD CONSTRAINT "activity_articles_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_articles" ADD CONSTRAINT "activity_articles_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_person_id_volunteers_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."volunteers"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_kind_id_qualification_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."qualification_kinds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_articles_activity_idx" ON "activity_articles" USING btree ("activity_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_articles_open_key" ON "activity_articles" USING btree ("activity_id") WHERE "activity_articles"."state" = 'in_review';--> statement-breakpoint
CREATE UNIQUE INDEX "qualification_kinds_zh_key" ON "qualification_kinds" USING btree ("zh");--> statement-breakpoint
CREATE INDEX "qualifications_person_idx" ON "qualifications" USING btree ("person_id","kind_id");--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_qualification_id_qualification_kinds_id_fk" FOREIGN KEY ("qualification_id") REFERENCES "public"."qualification_kinds"("id") ON DELETE no action ON UPDATE no action;