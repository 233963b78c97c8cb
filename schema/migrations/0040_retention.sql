CREATE TABLE "retention_periods" (
	"kind" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "retention_periods_days" CHECK ("retention_periods"."days" > 0),
	CONSTRAINT "retention_periods_logs" CHECK ("retention_periods"."kind" not in ('audit', 'sessions') or "retention_periods"."days" >= 183)
);
