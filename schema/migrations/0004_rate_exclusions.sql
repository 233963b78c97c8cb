CREATE TABLE "rate_exclusions" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"cycle" smallint NOT NULL,
	"rate" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"agreed" boolean,
	CONSTRAINT "rate_exclusions_reason" CHECK ("rate_exclusions"."reason" <> ''),
	CONSTRAINT "rate_exclusions_two_people" CHECK ("rate_exclusions"."decided_by" is distinct from "rate_exclusions"."asked_by"),
	CONSTRAINT "rate_exclusions_decided_whole" CHECK (("rate_exclusions"."decided_by" is null) = ("rate_exclusions"."decided_at" is null) and ("rate_exclusions"."decided_by" is null) = ("rate_exclusions"."agreed" is null))
);
--> statement-breakpoint
ALTER TABLE "rate_exclusions" ADD CONSTRAINT "rate_exclusions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_exclusions" ADD CONSTRAINT "rate_exclusions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_exclusions" ADD CONSTRAINT "rate_exclusions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rate_exclusions_one_key" ON "rate_exclusions" USING btree ("case_id","cycle","rate") WHERE "rate_exclusions"."agreed" is distinct from false;