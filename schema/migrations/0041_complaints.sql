CREATE TABLE "public_complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decision" text,
	"note" text DEFAULT '' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "public_complaints_decided_whole" CHECK (("public_complaints"."decision" is null) = ("public_complaints"."decided_by" is null) and ("public_complaints"."decision" is null) = ("public_complaints"."decided_at" is null)),
	CONSTRAINT "public_complaints_not_own" CHECK ("public_complaints"."decided_by" is distinct from "public_complaints"."person_id")
);
--> statement-breakpoint
CREATE TABLE "takedowns" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"complaint_id" text NOT NULL,
	"alg" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "public_complaints" ADD CONSTRAINT "public_complaints_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_complaints" ADD CONSTRAINT "public_complaints_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_complaints" ADD CONSTRAINT "public_complaints_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedowns" ADD CONSTRAINT "takedowns_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedowns" ADD CONSTRAINT "takedowns_complaint_id_public_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."public_complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedowns" ADD CONSTRAINT "takedowns_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "public_complaints_person_case_key" ON "public_complaints" USING btree ("person_id","case_id");--> statement-breakpoint
CREATE INDEX "public_complaints_open_idx" ON "public_complaints" USING btree ("at") WHERE "public_complaints"."decision" is null;--> statement-breakpoint
CREATE INDEX "public_complaints_case_idx" ON "public_complaints" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "takedowns_case_idx" ON "takedowns" USING btree ("case_id");