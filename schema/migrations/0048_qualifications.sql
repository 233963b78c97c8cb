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
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_person_id_volunteers_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."volunteers"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_kind_id_qualification_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."qualification_kinds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "qualification_kinds_zh_key" ON "qualification_kinds" USING btree ("zh");--> statement-breakpoint
CREATE INDEX "qualifications_person_idx" ON "qualifications" USING btree ("person_id","kind_id");--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_qualification_id_qualification_kinds_id_fk" FOREIGN KEY ("qualification_id") REFERENCES "public"."qualification_kinds"("id") ON DELETE no action ON UPDATE no action;