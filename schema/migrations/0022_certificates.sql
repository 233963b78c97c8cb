CREATE TABLE "rate_windows" (
	"key" text PRIMARY KEY NOT NULL,
	"minute" bigint NOT NULL,
	"hits" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_events" (
	"id" text PRIMARY KEY NOT NULL,
	"certificate_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_records" (
	"certificate_id" text NOT NULL,
	"record_id" text NOT NULL,
	"evidence" text NOT NULL,
	"minutes" integer NOT NULL,
	CONSTRAINT "certificate_records_pkey" PRIMARY KEY("certificate_id","record_id","evidence"),
	CONSTRAINT "certificate_records_minutes" CHECK ("certificate_records"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"team_id" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"supersedes_id" text,
	"reason" text DEFAULT '' NOT NULL,
	"closed_by" text,
	"closed_at" timestamp with time zone,
	"year" integer,
	"serial" integer,
	"number" text,
	"link_key" text,
	"issued_by" text,
	"issued_at" timestamp with time zone,
	"head_zh" text,
	"contact_zh" text,
	"minutes" integer,
	"snapshot" text,
	"sha256" text,
	"sign_alg" text,
	"sign_key_id" text,
	"public_key" text,
	"signature" text,
	"alg" text,
	"key_id" text,
	"sealed" text,
	"holder_mark" text,
	CONSTRAINT "certificates_period" CHECK ("certificates"."from_day" <= "certificates"."to_day"),
	CONSTRAINT "certificates_not_own" CHECK ("certificates"."issued_by" is distinct from "certificates"."person_id" and "certificates"."closed_by" is distinct from "certificates"."person_id"),
	CONSTRAINT "certificates_two_people" CHECK ("certificates"."state" <> 'revoked' or "certificates"."closed_by" is distinct from "certificates"."issued_by"),
	CONSTRAINT "certificates_issued_whole" CHECK (("certificates"."state" in ('requested', 'refused')) = ("certificates"."number" is null)
        and num_nulls("certificates"."number", "certificates"."link_key", "certificates"."issued_by", "certificates"."issued_at", "certificates"."snapshot", "certificates"."signature") in (0, 6))
);
--> statement-breakpoint
CREATE TABLE "real_name_reads" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"certificate_id" text NOT NULL,
	"purpose" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "real_names" (
	"person_id" text PRIMARY KEY NOT NULL,
	"name_masked" text NOT NULL,
	"id_kind" text NOT NULL,
	"id_masked" text NOT NULL,
	"alg" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"consented_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "certificate_events" ADD CONSTRAINT "certificate_events_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_records" ADD CONSTRAINT "certificate_records_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_records" ADD CONSTRAINT "certificate_records_record_id_service_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."service_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_supersedes_id_certificates_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "real_name_reads" ADD CONSTRAINT "real_name_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "real_names" ADD CONSTRAINT "real_names_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rate_windows_minute_idx" ON "rate_windows" USING btree ("minute");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_events_version_key" ON "certificate_events" USING btree ("certificate_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_number_key" ON "certificates" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_year_serial_key" ON "certificates" USING btree ("year","serial");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_link_key" ON "certificates" USING btree ("link_key");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_one_request_key" ON "certificates" USING btree ("person_id","team_id","from_day","to_day") WHERE "certificates"."state" = 'requested';--> statement-breakpoint
CREATE INDEX "certificates_person_idx" ON "certificates" USING btree ("person_id","requested_at","id");--> statement-breakpoint
CREATE INDEX "certificates_state_idx" ON "certificates" USING btree ("state","requested_at","id");--> statement-breakpoint
CREATE INDEX "certificates_team_idx" ON "certificates" USING btree ("team_id","issued_at");--> statement-breakpoint
CREATE INDEX "real_name_reads_person_idx" ON "real_name_reads" USING btree ("person_id","at");