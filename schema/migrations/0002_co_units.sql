ALTER TABLE "cases" ADD COLUMN "co_open" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "co_done" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "cases_master_idx" ON "cases" USING btree ("master_id") WHERE "cases"."master_id" is not null;--> statement-breakpoint
CREATE INDEX "cases_co_open_idx" ON "cases" USING gin ("co_open");--> statement-breakpoint
CREATE INDEX "cases_co_done_idx" ON "cases" USING gin ("co_done");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_handled_by_all" CHECK ("cases"."state" <> 'handled' or "cases"."co_open" = '[]'::jsonb);--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_co_units_few" CHECK (jsonb_array_length("cases"."co_open") + jsonb_array_length("cases"."co_done") <= 9);--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_verifier_not_of_co_unit" CHECK ("cases"."verifier_unit_id" is null or not jsonb_exists("cases"."co_done", "cases"."verifier_unit_id"));