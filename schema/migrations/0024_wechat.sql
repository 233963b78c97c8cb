CREATE TABLE "content_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"label" integer,
	"trace_id" text,
	"tries" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "wechat_pushes" (
	"id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"said" text,
	"label" integer,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wechat_tokens" (
	"appid" text PRIMARY KEY NOT NULL,
	"alg" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "content_checks" ADD CONSTRAINT "content_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_checks_subject_idx" ON "content_checks" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "content_checks_trace_idx" ON "content_checks" USING btree ("trace_id");--> statement-breakpoint
CREATE INDEX "content_checks_next_idx" ON "content_checks" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "wechat_pushes_at_idx" ON "wechat_pushes" USING btree ("at");