CREATE TABLE "mail_outcomes" (
	"mail_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"case_id" text,
	"report_id" text,
	"reason" text NOT NULL,
	"by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_outcomes_kind_known" CHECK ("mail_outcomes"."kind" in ('filed', 'joined', 'threaded', 'set_aside')),
	CONSTRAINT "mail_outcomes_leads_somewhere" CHECK (case when "mail_outcomes"."kind" = 'set_aside' then char_length("mail_outcomes"."reason") >= 2 and "mail_outcomes"."case_id" is null
        else "mail_outcomes"."case_id" is not null and "mail_outcomes"."report_id" is not null end)
);
--> statement-breakpoint
CREATE TABLE "mail_photos" (
	"file_id" text PRIMARY KEY NOT NULL,
	"mail_id" text NOT NULL,
	"ordinal" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"refs" jsonb NOT NULL,
	"person_id" text NOT NULL,
	"by" text,
	"subject" text NOT NULL,
	"words" text NOT NULL,
	"left" jsonb NOT NULL,
	"alg" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"sent_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_outcomes" ADD CONSTRAINT "mail_outcomes_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_outcomes" ADD CONSTRAINT "mail_outcomes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_outcomes" ADD CONSTRAINT "mail_outcomes_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_outcomes" ADD CONSTRAINT "mail_outcomes_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_photos" ADD CONSTRAINT "mail_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_photos" ADD CONSTRAINT "mail_photos_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_outcomes_case_idx" ON "mail_outcomes" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "mail_photos_mail_idx" ON "mail_photos" USING btree ("mail_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_message_id_key" ON "mails" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mails_at_idx" ON "mails" USING btree ("at");