CREATE TABLE "upload_places" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"mime" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"cleared_at" timestamp with time zone,
	CONSTRAINT "upload_places_size" CHECK ("upload_places"."size_bytes" between 1 and 10485760)
);
--> statement-breakpoint
ALTER TABLE "upload_places" ADD CONSTRAINT "upload_places_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "upload_places_due_idx" ON "upload_places" USING btree ("expires_at") WHERE "upload_places"."cleared_at" is null;