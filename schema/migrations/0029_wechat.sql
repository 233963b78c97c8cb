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
CREATE TABLE "acceptances" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"left" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "acceptances_person_id_kind_pk" PRIMARY KEY("person_id","kind"),
	CONSTRAINT "acceptances_left" CHECK ("acceptances"."left" between 0 and 1000)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"notice_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"case_id" text,
	"ear" text,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"last_error" text NOT NULL
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
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_checks_subject_idx" ON "content_checks" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "content_checks_trace_idx" ON "content_checks" USING btree ("trace_id");--> statement-breakpoint
CREATE INDEX "content_checks_next_idx" ON "content_checks" USING btree ("next_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_notice_key" ON "outbox" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "outbox_next_idx" ON "outbox" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "outbox_state_idx" ON "outbox" USING btree ("state","at");--> statement-breakpoint
CREATE INDEX "outbox_person_idx" ON "outbox" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "wechat_pushes_at_idx" ON "wechat_pushes" USING btree ("at");