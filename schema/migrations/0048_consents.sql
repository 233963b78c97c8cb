CREATE TABLE "consent_events" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"is_given" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent_texts" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"words" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_texts_kind_version_pk" PRIMARY KEY("kind","version"),
	CONSTRAINT "consent_texts_after_the_first" CHECK ("consent_texts"."version" > 1),
	CONSTRAINT "consent_texts_says_something" CHECK (char_length("consent_texts"."words") > 0)
);
--> statement-breakpoint
CREATE TABLE "person_phones" (
	"person_id" text PRIMARY KEY NOT NULL,
	"alg" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risk_checks" (
	"person_id" text NOT NULL,
	"key" text NOT NULL,
	"subject_id" text NOT NULL,
	"rank" smallint,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "risk_checks_person_id_key_pk" PRIMARY KEY("person_id","key"),
	CONSTRAINT "risk_checks_rank" CHECK ("risk_checks"."rank" between 0 and 4)
);
--> statement-breakpoint
CREATE TABLE "share_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"url" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "is_withheld" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "consent_events" ADD CONSTRAINT "consent_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_texts" ADD CONSTRAINT "consent_texts_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_phones" ADD CONSTRAINT "person_phones_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_checks" ADD CONSTRAINT "risk_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_codes" ADD CONSTRAINT "share_codes_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_code_share_codes_code_fk" FOREIGN KEY ("code") REFERENCES "public"."share_codes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_events_person_idx" ON "consent_events" USING btree ("person_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "risk_checks_subject_idx" ON "risk_checks" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "share_codes_subject_key" ON "share_codes" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "share_links_code_idx" ON "share_links" USING btree ("code");--> statement-breakpoint
CREATE INDEX "sends_at_idx" ON "sends" USING btree ("at");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_withheld_not_public" CHECK (not ("cases"."is_public" and "cases"."is_withheld"));