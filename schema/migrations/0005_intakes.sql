CREATE TABLE "callers" (
	"person_id" text PRIMARY KEY NOT NULL,
	"mark" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_callbacks" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"by" text NOT NULL,
	"outcome" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "callers" ADD CONSTRAINT "callers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_callbacks" ADD CONSTRAINT "report_callbacks_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_callbacks" ADD CONSTRAINT "report_callbacks_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "callers_mark_key" ON "callers" USING btree ("mark");--> statement-breakpoint
CREATE INDEX "report_callbacks_report_idx" ON "report_callbacks" USING btree ("report_id");