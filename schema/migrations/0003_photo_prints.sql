ALTER TABLE "files" ADD COLUMN "dhash" text;--> statement-breakpoint
CREATE INDEX "files_dhash_idx" ON "files" USING btree ("dhash");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_dhash" CHECK ("files"."dhash" ~ '^[0-9a-f]{16}$');