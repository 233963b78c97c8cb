CREATE TABLE "photo_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"file_id" text NOT NULL,
	"state" text NOT NULL,
	"masked_id" text,
	"boxes" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "photo_checks_masked_has_picture" CHECK (("photo_checks"."state" = 'masked') = ("photo_checks"."masked_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "photo_reads" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"file_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_photos" ADD COLUMN "public_state" text DEFAULT 'unchecked' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_photos" ADD COLUMN "masked_id" text;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "is_fuzzed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "photo_checks" ADD CONSTRAINT "photo_checks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_checks" ADD CONSTRAINT "photo_checks_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_checks" ADD CONSTRAINT "photo_checks_masked_id_files_id_fk" FOREIGN KEY ("masked_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_checks" ADD CONSTRAINT "photo_checks_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_reads" ADD CONSTRAINT "photo_reads_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_reads" ADD CONSTRAINT "photo_reads_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_reads" ADD CONSTRAINT "photo_reads_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "photo_checks_file_idx" ON "photo_checks" USING btree ("file_id","at");--> statement-breakpoint
CREATE INDEX "photo_checks_masked_idx" ON "photo_checks" USING btree ("masked_id");--> statement-breakpoint
CREATE INDEX "photo_reads_file_idx" ON "photo_reads" USING btree ("file_id","at");--> statement-breakpoint
ALTER TABLE "case_photos" ADD CONSTRAINT "case_photos_masked_id_files_id_fk" FOREIGN KEY ("masked_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_photos" ADD CONSTRAINT "case_photos_masked_has_picture" CHECK (("case_photos"."public_state" = 'masked') = ("case_photos"."masked_id" is not null));