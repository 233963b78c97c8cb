CREATE TABLE "attendance_failures" (
	"id" text PRIMARY KEY NOT NULL,
	"shift_id" text NOT NULL,
	"sign_up_id" text NOT NULL,
	"direction" text NOT NULL,
	"method" text NOT NULL,
	"is_forced" boolean NOT NULL,
	"reason" text NOT NULL,
	"device_id" text NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"server_at" timestamp with time zone NOT NULL,
	"refused" text NOT NULL,
	"zh" text NOT NULL,
	"actor_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "anomaly_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"anomaly_id" text NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_call_backs" (
	"id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"month" text NOT NULL,
	"result" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attendance_events" ADD COLUMN "device_id" text;--> statement-breakpoint
ALTER TABLE "attendance_events" ADD COLUMN "is_forced" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance_events" ADD COLUMN "is_late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance_failures" ADD CONSTRAINT "attendance_failures_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_failures" ADD CONSTRAINT "attendance_failures_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anomaly_reviews" ADD CONSTRAINT "anomaly_reviews_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_call_backs" ADD CONSTRAINT "record_call_backs_record_id_service_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."service_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_call_backs" ADD CONSTRAINT "record_call_backs_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_failures_shift_idx" ON "attendance_failures" USING btree ("shift_id","server_at","id");--> statement-breakpoint
CREATE INDEX "attendance_failures_server_at_idx" ON "attendance_failures" USING btree ("server_at","id");--> statement-breakpoint
CREATE INDEX "anomaly_reviews_anomaly_idx" ON "anomaly_reviews" USING btree ("anomaly_id","at");--> statement-breakpoint
CREATE INDEX "record_call_backs_record_idx" ON "record_call_backs" USING btree ("record_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "record_call_backs_answer_key" ON "record_call_backs" USING btree ("record_id") WHERE "record_call_backs"."result" <> 'unreached';--> statement-breakpoint
CREATE INDEX "attendance_events_device_idx" ON "attendance_events" USING btree ("device_id","server_at") WHERE "attendance_events"."device_id" is not null;--> statement-breakpoint
CREATE INDEX "attendance_events_counts_at_idx" ON "attendance_events" USING btree ("counts_at");--> statement-breakpoint
ALTER TABLE "attendance_events" ADD CONSTRAINT "attendance_events_forced" CHECK (not "attendance_events"."is_forced" or "attendance_events"."method" in ('leader_scan', 'leader_confirm'));