DROP INDEX "star_levels_hours_key";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "about_id" text;--> statement-breakpoint
ALTER TABLE "service_order_kinds" ADD COLUMN "is_on" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "service_order_kinds" ADD COLUMN "triage_hours" integer;--> statement-breakpoint
ALTER TABLE "service_order_kinds" ADD COLUMN "take_hours" integer;--> statement-breakpoint
ALTER TABLE "service_order_kinds" ADD COLUMN "agree_hours" integer;--> statement-breakpoint
ALTER TABLE "service_order_kinds" ADD COLUMN "rate_hours" integer;--> statement-breakpoint
ALTER TABLE "service_order_kinds" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "service_orders" ADD COLUMN "kind_zh" text;--> statement-breakpoint
ALTER TABLE "volunteer_point_rules" ADD COLUMN "set_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "service_order_kinds_zh_key" ON "service_order_kinds" USING btree ("zh");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_about" CHECK (("outbox"."about" is null) = ("outbox"."about_id" is null));--> statement-breakpoint
ALTER TABLE "service_order_kinds" ADD CONSTRAINT "service_order_kinds_hours" CHECK ("service_order_kinds"."triage_hours" between 1 and 8760 and "service_order_kinds"."take_hours" between 1 and 8760
        and "service_order_kinds"."agree_hours" between 1 and 8760 and "service_order_kinds"."rate_hours" between 1 and 8760);--> statement-breakpoint
ALTER TABLE "volunteer_point_rules" ADD CONSTRAINT "volunteer_point_rules_ahead" CHECK ("volunteer_point_rules"."starts_on" > ("volunteer_point_rules"."set_at" at time zone 'Asia/Shanghai')::date);