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
ALTER TABLE "activity_article_photos" ADD CONSTRAINT "activity_article_photos_article_id_activity_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."activity_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_article_photos" ADD CONSTRAINT "activity_article_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_articles" ADD CONSTRAINT "activity_articles_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_articles" ADD CONSTRAINT "activity_articles_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_articles" ADD CONSTRAINT "activity_articles_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_articles_activity_idx" ON "activity_articles" USING btree ("activity_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_articles_open_key" ON "activity_articles" USING btree ("activity_id") WHERE "activity_articles"."state" = 'in_review';