CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
-- Two live sign-ups of one person never overlap; one may begin the moment another ends.
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_no_overlap" EXCLUDE USING gist (
  "person_id" WITH =,
  tstzrange("starts_at", "ends_at") WITH &&
) WHERE ("state" IN ('applied', 'approved', 'waitlisted', 'offered'));--> statement-breakpoint
-- No minute of a person is counted twice, whoever confirms it.
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_no_overlap" EXCLUDE USING gist (
  "person_id" WITH =,
  tstzrange("served_from", "served_to") WITH &&
);--> statement-breakpoint
CREATE FUNCTION "volunteering_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: correct it with a new row', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER "attendance_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "attendance_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "volunteering_append_only"();--> statement-breakpoint
CREATE TRIGGER "hours_ledger_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hours_ledger"
  FOR EACH STATEMENT EXECUTE FUNCTION "volunteering_append_only"();--> statement-breakpoint
CREATE TRIGGER "sign_up_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "sign_up_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "volunteering_append_only"();--> statement-breakpoint
CREATE TRIGGER "activity_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "activity_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "volunteering_append_only"();--> statement-breakpoint
-- Services already recorded keep their minutes: a record is taken back by the ledger, never by deleting it.
CREATE TRIGGER "service_records_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "service_records"
  FOR EACH STATEMENT EXECUTE FUNCTION "volunteering_append_only"();
