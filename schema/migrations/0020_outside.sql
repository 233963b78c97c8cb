CREATE TABLE "outside_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"link_id" text NOT NULL,
	"key" text NOT NULL,
	"outcome" text NOT NULL,
	"by_zh" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_links" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "outside_links_span" CHECK ("outside_links"."at" < "outside_links"."expires_at")
);
--> statement-breakpoint
ALTER TABLE "outside_answers" ADD CONSTRAINT "outside_answers_link_id_outside_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."outside_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_links" ADD CONSTRAINT "outside_links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_links" ADD CONSTRAINT "outside_links_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outside_answers_key" ON "outside_answers" USING btree ("link_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "outside_links_token_hash_key" ON "outside_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "outside_links_case_idx" ON "outside_links" USING btree ("case_id");