CREATE TABLE "invites" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" text,
	"grid_id" text,
	"scope_zh" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_by" text,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "invites_used_whole" CHECK (("invites"."used_by" is null) = ("invites"."used_at" is null)),
	CONSTRAINT "invites_used_or_ended" CHECK ("invites"."used_at" is null or "invites"."ended_at" is null),
	CONSTRAINT "invites_handler_has_unit" CHECK ("invites"."role" <> 'handler' or "invites"."unit_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "setting_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"zh" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "granted_by" text;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_used_by_people_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting_changes" ADD CONSTRAINT "setting_changes_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invites_token_hash_key" ON "invites" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invites_at_idx" ON "invites" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "setting_changes_at_idx" ON "setting_changes" USING btree ("at","id");