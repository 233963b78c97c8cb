CREATE TABLE "case_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"format" text NOT NULL,
	"reason" text NOT NULL,
	"filters" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_exports_has_reason" CHECK (char_length("case_exports"."reason") >= 2)
);
--> statement-breakpoint
ALTER TABLE "case_exports" ADD CONSTRAINT "case_exports_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;