CREATE TABLE "account_closures" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "account_closures_one_end" CHECK ("account_closures"."ended_at" is null or "account_closures"."done_at" is null),
	CONSTRAINT "account_closures_days_to_think" CHECK ("account_closures"."due_at" >= "account_closures"."asked_at" + interval '15 days')
);
--> statement-breakpoint
ALTER TABLE "account_closures" ADD CONSTRAINT "account_closures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_closures_open_key" ON "account_closures" USING btree ("person_id") WHERE "account_closures"."ended_at" is null and "account_closures"."done_at" is null;--> statement-breakpoint
CREATE INDEX "account_closures_due_idx" ON "account_closures" USING btree ("due_at") WHERE "account_closures"."ended_at" is null and "account_closures"."done_at" is null;