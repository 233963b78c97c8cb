CREATE TABLE "announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"is_urgent" boolean NOT NULL,
	"grid_id" text,
	"category_code" text,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "announcements_days" CHECK ("announcements"."ends_on" between "announcements"."starts_on" and "announcements"."starts_on" + 92),
	CONSTRAINT "announcements_words" CHECK (char_length("announcements"."title") between 1 and 30 and char_length("announcements"."text") between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_live_idx" ON "announcements" USING btree ("ends_on") WHERE "announcements"."ended_at" is null;