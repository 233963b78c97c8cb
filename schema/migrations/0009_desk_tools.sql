CREATE TABLE "case_bulks" (
	"id" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"move" text NOT NULL,
	"case_ids" jsonb NOT NULL,
	"size" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_bulks_size" CHECK ("case_bulks"."size" between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "reply_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"move" text NOT NULL,
	"category_code" text,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "reply_templates_words" CHECK (char_length("reply_templates"."name") between 1 and 20 and char_length("reply_templates"."text") between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"query" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "saved_filters_name" CHECK (char_length("saved_filters"."name") between 1 and 12)
);
--> statement-breakpoint
ALTER TABLE "case_bulks" ADD CONSTRAINT "case_bulks_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reply_templates_live_idx" ON "reply_templates" USING btree ("move") WHERE "reply_templates"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "saved_filters_live_idx" ON "saved_filters" USING btree ("person_id") WHERE "saved_filters"."ended_at" is null;