CREATE TABLE "case_followers" (
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"relation" text NOT NULL,
	"via_case_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_followers_pkey" PRIMARY KEY("case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "case_ratings" (
	"case_id" text NOT NULL,
	"cycle" smallint NOT NULL,
	"person_id" text NOT NULL,
	"score" smallint NOT NULL,
	"tags" jsonb NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_ratings_pkey" PRIMARY KEY("case_id","cycle","person_id"),
	CONSTRAINT "case_ratings_score" CHECK ("case_ratings"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "case_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"format" text NOT NULL,
	"reason" text NOT NULL,
	"filters" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_exports_has_reason" CHECK (char_length("case_exports"."reason") >= 2)
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"was" text,
	"is" text NOT NULL,
	"by" text NOT NULL,
	"by_zh" text NOT NULL,
	"note" text NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_photos" (
	"file_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"ordinal" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"source" text NOT NULL,
	"category_code" text NOT NULL,
	"urgency" text NOT NULL,
	"address_zh" text NOT NULL,
	"point_code" text,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"accuracy_m" real,
	"grid_id" text,
	"unit_id" text,
	"handler_id" text,
	"inspector_id" text,
	"verifier_id" text,
	"verifier_unit_id" text,
	"rejected_by" text,
	"reject_reason" text,
	"suspend_reason" text,
	"target" text NOT NULL,
	"external_number" text NOT NULL,
	"master_id" text,
	"state_before" text,
	"returned_units" jsonb NOT NULL,
	"extensions" smallint NOT NULL,
	"reworks" smallint NOT NULL,
	"reopens" smallint NOT NULL,
	"objections" smallint NOT NULL,
	"cycle" smallint NOT NULL,
	"is_public" boolean NOT NULL,
	"followers" integer NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"filed_at" timestamp with time zone,
	"dispatched_at" timestamp with time zone,
	"handled_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"nudged_at" timestamp with time zone,
	"limit_minutes" integer,
	"limit_clock" text NOT NULL,
	"due_at" timestamp with time zone,
	"stage_at" timestamp with time zone NOT NULL,
	"stage_due_at" timestamp with time zone,
	"paused_left" integer,
	"search" text GENERATED ALWAYS AS (lower(number || ' ' || title || ' ' || address_zh || ' ' || words)) STORED NOT NULL,
	"cell" bigint NOT NULL,
	CONSTRAINT "cases_merged_has_master" CHECK (("cases"."state" = 'merged') = ("cases"."master_id" is not null)),
	CONSTRAINT "cases_own_master" CHECK ("cases"."master_id" is distinct from "cases"."id"),
	CONSTRAINT "cases_verifier_not_handler" CHECK ("cases"."verifier_id" is null or "cases"."verifier_id" is distinct from "cases"."handler_id"),
	CONSTRAINT "cases_verifier_not_of_unit" CHECK ("cases"."verifier_unit_id" is null or "cases"."verifier_unit_id" is distinct from "cases"."unit_id"),
	CONSTRAINT "cases_closed_has_end" CHECK ("cases"."state" <> 'closed' or ("cases"."ended_at" is not null and "cases"."verifier_id" is not null)),
	CONSTRAINT "cases_at_work_has_unit" CHECK ("cases"."state" not in ('dispatched','processing','suspended','handled') or "cases"."unit_id" is not null),
	CONSTRAINT "cases_handled_has_handler" CHECK ("cases"."state" <> 'handled' or "cases"."handler_id" is not null),
	CONSTRAINT "cases_counters" CHECK ("cases"."followers" >= 0 and "cases"."reopens" <= 2 and "cases"."objections" <= 1 and "cases"."extensions" <= 2)
);
--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"day" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"code" text PRIMARY KEY NOT NULL,
	"zh" text NOT NULL,
	"group_code" text NOT NULL,
	"group_zh" text NOT NULL,
	"department_zh" text NOT NULL,
	"limit_minutes" integer NOT NULL,
	"limit_clock" text NOT NULL,
	"hazard_minutes" integer,
	"hazard_clock" text,
	"is_quick" boolean NOT NULL,
	"is_private" boolean NOT NULL,
	"reward" text NOT NULL,
	"icon" text NOT NULL,
	"keywords" jsonb NOT NULL,
	"hint_zh" text NOT NULL,
	"near_m" integer NOT NULL,
	"near_days" integer NOT NULL,
	"filing_conditions" jsonb NOT NULL,
	"closing_conditions" jsonb NOT NULL,
	"ordinal" smallint NOT NULL,
	CONSTRAINT "categories_limit" CHECK ("categories"."limit_minutes" > 0),
	CONSTRAINT "categories_hazard_whole" CHECK (("categories"."hazard_minutes" is null) = ("categories"."hazard_clock" is null))
);
--> statement-breakpoint
CREATE TABLE "work_days" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"mime" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"sha256" text NOT NULL,
	"store_key" text NOT NULL,
	"thumb_key" text,
	"dhash" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "files_size" CHECK ("files"."size_bytes" between 1 and 10485760),
	CONSTRAINT "files_dhash" CHECK ("files"."dhash" ~ '^[0-9a-f]{16}$'),
	CONSTRAINT "files_pixels" CHECK ("files"."width" > 0 and "files"."height" > 0 and "files"."width"::bigint * "files"."height" <= 50000000)
);
--> statement-breakpoint
CREATE TABLE "county" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"brand" text NOT NULL,
	"number_prefix" text NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"hotline" text NOT NULL,
	"hotline_zh" text NOT NULL,
	"emergency_zh" text NOT NULL,
	"office_zh" text NOT NULL,
	CONSTRAINT "county_one_row" CHECK ("county"."id" = 'county')
);
--> statement-breakpoint
CREATE TABLE "estates" (
	"id" text PRIMARY KEY NOT NULL,
	"grid_id" text NOT NULL,
	"name" text NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grid_duties" (
	"id" text PRIMARY KEY NOT NULL,
	"grid_id" text NOT NULL,
	"tier" smallint NOT NULL,
	"unit_id" text,
	"person_name" text,
	"post_zh" text NOT NULL,
	"segment_zh" text,
	"lng" double precision,
	"lat" double precision,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	CONSTRAINT "grid_duties_tier_known" CHECK ("grid_duties"."tier" between 1 and 4),
	CONSTRAINT "grid_duties_unit_tiers_name_a_unit" CHECK ("grid_duties"."tier" not in (2, 3) or "grid_duties"."unit_id" is not null),
	CONSTRAINT "grid_duties_person_tiers_name_a_person" CHECK ("grid_duties"."tier" not in (1, 4) or "grid_duties"."person_name" is not null),
	CONSTRAINT "grid_duties_anchor_whole" CHECK (("grid_duties"."lng" is null) = ("grid_duties"."lat" is null)),
	CONSTRAINT "grid_duties_ends_after_start" CHECK ("grid_duties"."ends_at" is null or "grid_duties"."ends_at" > "grid_duties"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "grids" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"community" text,
	"bank" text,
	"area_km2" double precision,
	"lng" double precision,
	"lat" double precision,
	"rings" jsonb,
	"min_lng" double precision,
	"min_lat" double precision,
	"max_lng" double precision,
	"max_lat" double precision,
	CONSTRAINT "grids_county_town_has_border" CHECK (("grids"."kind" = 'county_town') = ("grids"."rings" is not null and "grids"."community" is not null and "grids"."lng" is not null
        and "grids"."lat" is not null and "grids"."min_lng" is not null and "grids"."min_lat" is not null and "grids"."max_lng" is not null
        and "grids"."max_lat" is not null))
);
--> statement-breakpoint
CREATE TABLE "map_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"class" text,
	"width_m" integer,
	"coordinates" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"trade" text
);
--> statement-breakpoint
CREATE TABLE "job_marks" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"cause" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"link" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"openid" text,
	"demo_zh" text,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" text,
	"grid_id" text,
	"scope_zh" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "role_grants_citizen_is_everyone" CHECK ("role_grants"."role" <> 'citizen'),
	CONSTRAINT "role_grants_handler_has_unit" CHECK ("role_grants"."role" <> 'handler' or "role_grants"."unit_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "sends" (
	"person_id" text NOT NULL,
	"key" text NOT NULL,
	"op" text NOT NULL,
	"body_hash" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "sends_pkey" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"idle_minutes" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "point_categories" (
	"no" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "points" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"category_no" integer NOT NULL,
	"name" text NOT NULL,
	"grid_id" text NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"unit_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standards" (
	"id" text PRIMARY KEY NOT NULL,
	"category_no" integer NOT NULL,
	"position" integer NOT NULL,
	"zh" text NOT NULL,
	"source" text NOT NULL,
	"cite_zh" text,
	CONSTRAINT "standards_document_is_cited" CHECK ("standards"."source" <> 'document' or "standards"."cite_zh" is not null)
);
--> statement-breakpoint
CREATE TABLE "api_key_events" (
	"id" text PRIMARY KEY NOT NULL,
	"api_key_id" text NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"key_hash" text NOT NULL,
	"name" text NOT NULL,
	"person_id" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reporters" (
	"report_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"identity" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"is_first" boolean NOT NULL,
	"source" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"team_id" text NOT NULL,
	"place_zh" text NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"radius_m" integer NOT NULL,
	"risk_zh" text NOT NULL,
	"is_risky" boolean NOT NULL,
	"insurance_no" text,
	"min_age" integer,
	"sign_up_from" timestamp with time zone NOT NULL,
	"sign_up_ends_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"series_issue" integer,
	"contact_zh" text NOT NULL,
	"cover_key" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "activities_span" CHECK ("activities"."starts_at" < "activities"."ends_at"),
	CONSTRAINT "activities_sign_up_span" CHECK ("activities"."sign_up_from" < "activities"."sign_up_ends_at" and "activities"."sign_up_ends_at" <= "activities"."ends_at"),
	CONSTRAINT "activities_risky_is_insured" CHECK (not "activities"."is_risky" or "activities"."state" <> 'published' or "activities"."insurance_no" <> '')
);
--> statement-breakpoint
CREATE TABLE "activity_events" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"move" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"shift_id" text NOT NULL,
	"name" text NOT NULL,
	"seq" integer NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "posts_seats" CHECK ("posts"."taken" between 0 and "posts"."capacity")
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"cap_minutes" integer NOT NULL,
	"grace_minutes" integer NOT NULL,
	"leader_id" text NOT NULL,
	CONSTRAINT "shifts_span" CHECK ("shifts"."starts_at" < "shifts"."ends_at"),
	CONSTRAINT "shifts_cap" CHECK ("shifts"."cap_minutes" > 0 and "shifts"."grace_minutes" between 0 and 120
        and "shifts"."cap_minutes" <= extract(epoch from "shifts"."ends_at" - "shifts"."starts_at") / 60 + "shifts"."grace_minutes")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "volunteers" (
	"person_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"display_name" text NOT NULL,
	"age_band" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendance_events" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"kind" text NOT NULL,
	"method" text NOT NULL,
	"nonce" text NOT NULL,
	"counts_at" timestamp with time zone NOT NULL,
	"device_at" timestamp with time zone,
	"server_at" timestamp with time zone NOT NULL,
	"step" bigint,
	"verdict" text NOT NULL,
	"bucket" text,
	"accuracy_m" integer,
	"actor_id" text NOT NULL,
	"note" text NOT NULL,
	"voids_id" text,
	CONSTRAINT "attendance_events_void" CHECK (("attendance_events"."kind" = 'void') = ("attendance_events"."voids_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "code_tries" (
	"person_id" text PRIMARY KEY NOT NULL,
	"minute" bigint NOT NULL,
	"tries" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hours_ledger" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"evidence" text NOT NULL,
	"record_id" text,
	"served_at" timestamp with time zone NOT NULL,
	"reason_zh" text NOT NULL,
	"actor_id" text NOT NULL,
	"approver_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hours_ledger_grant" CHECK ("hours_ledger"."kind" <> 'grant' or ("hours_ledger"."minutes" >= 0 and "hours_ledger"."record_id" is not null)),
	CONSTRAINT "hours_ledger_two_people" CHECK ("hours_ledger"."approver_id" is null or "hours_ledger"."approver_id" <> "hours_ledger"."actor_id")
);
--> statement-breakpoint
CREATE TABLE "service_records" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"person_id" text NOT NULL,
	"served_from" timestamp with time zone NOT NULL,
	"served_to" timestamp with time zone NOT NULL,
	"raw_minutes" integer NOT NULL,
	"credited_minutes" integer NOT NULL,
	"evidence" text NOT NULL,
	"is_auto_closed" boolean NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_records_minutes" CHECK ("service_records"."credited_minutes" between 0 and "service_records"."raw_minutes"),
	CONSTRAINT "service_records_span" CHECK ("service_records"."served_from" <= "service_records"."served_to")
);
--> statement-breakpoint
CREATE TABLE "sign_up_events" (
	"id" text PRIMARY KEY NOT NULL,
	"sign_up_id" text NOT NULL,
	"move" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"shift_id" text NOT NULL,
	"post_id" text NOT NULL,
	"is_post_chosen" boolean NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_followers" ADD CONSTRAINT "case_followers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_followers" ADD CONSTRAINT "case_followers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_followers" ADD CONSTRAINT "case_followers_via_case_id_cases_id_fk" FOREIGN KEY ("via_case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_ratings" ADD CONSTRAINT "case_ratings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_ratings" ADD CONSTRAINT "case_ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_exports" ADD CONSTRAINT "case_exports_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_photos" ADD CONSTRAINT "case_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_photos" ADD CONSTRAINT "case_photos_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_photos" ADD CONSTRAINT "case_photos_event_id_case_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."case_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_handler_id_people_id_fk" FOREIGN KEY ("handler_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_inspector_id_people_id_fk" FOREIGN KEY ("inspector_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_verifier_id_people_id_fk" FOREIGN KEY ("verifier_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_rejected_by_people_id_fk" FOREIGN KEY ("rejected_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_master_fk" FOREIGN KEY ("master_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estates" ADD CONSTRAINT "estates_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_duties" ADD CONSTRAINT "grid_duties_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_duties" ADD CONSTRAINT "grid_duties_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_category_no_point_categories_no_fk" FOREIGN KEY ("category_no") REFERENCES "public"."point_categories"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standards" ADD CONSTRAINT "standards_category_no_point_categories_no_fk" FOREIGN KEY ("category_no") REFERENCES "public"."point_categories"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key_events" ADD CONSTRAINT "api_key_events_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key_events" ADD CONSTRAINT "api_key_events_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporters" ADD CONSTRAINT "reporters_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporters" ADD CONSTRAINT "reporters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_leader_id_people_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_parent_id_teams_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_events" ADD CONSTRAINT "attendance_events_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_events" ADD CONSTRAINT "attendance_events_voids_id_attendance_events_id_fk" FOREIGN KEY ("voids_id") REFERENCES "public"."attendance_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD CONSTRAINT "hours_ledger_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_ledger" ADD CONSTRAINT "hours_ledger_record_id_service_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."service_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up_events" ADD CONSTRAINT "sign_up_events_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_followers_person_idx" ON "case_followers" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "case_events_case_version_key" ON "case_events" USING btree ("case_id","version");--> statement-breakpoint
CREATE INDEX "case_photos_case_idx" ON "case_photos" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number_key" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE INDEX "cases_queue_idx" ON "cases" USING btree (coalesce("stage_due_at", 'infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "cases_state_idx" ON "cases" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE INDEX "cases_unit_state_idx" ON "cases" USING btree ("unit_id","state");--> statement-breakpoint
CREATE INDEX "cases_grid_state_idx" ON "cases" USING btree ("grid_id","state");--> statement-breakpoint
CREATE INDEX "cases_cell_idx" ON "cases" USING btree ("cell","category_code");--> statement-breakpoint
CREATE INDEX "cases_ended_at_idx" ON "cases" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "cases_public_stage_idx" ON "cases" USING btree ("stage_at","id") WHERE "cases"."is_public";--> statement-breakpoint
CREATE UNIQUE INDEX "categories_zh_key" ON "categories" USING btree ("zh");--> statement-breakpoint
CREATE INDEX "files_owner_idx" ON "files" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "files_sha256_idx" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "files_dhash_idx" ON "files" USING btree ("dhash");--> statement-breakpoint
CREATE INDEX "estates_grid_idx" ON "estates" USING btree ("grid_id");--> statement-breakpoint
CREATE UNIQUE INDEX "estates_name_key" ON "estates" USING btree ("name");--> statement-breakpoint
CREATE INDEX "grid_duties_grid_tier_idx" ON "grid_duties" USING btree ("grid_id","tier");--> statement-breakpoint
CREATE INDEX "grid_duties_unit_idx" ON "grid_duties" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grids_code_key" ON "grids" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "grids_name_key" ON "grids" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "units_name_key" ON "units" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "units_trade_key" ON "units" USING btree ("trade");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_person_cause_key" ON "notices" USING btree ("person_id","cause");--> statement-breakpoint
CREATE INDEX "notices_person_at_idx" ON "notices" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "notices_cause_idx" ON "notices" USING btree ("cause");--> statement-breakpoint
CREATE UNIQUE INDEX "people_openid_key" ON "people" USING btree ("openid");--> statement-breakpoint
CREATE INDEX "role_grants_person_idx" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person_idx" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "points_code_key" ON "points" USING btree ("code");--> statement-breakpoint
CREATE INDEX "points_grid_idx" ON "points" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "points_category_idx" ON "points" USING btree ("category_no");--> statement-breakpoint
CREATE INDEX "points_unit_idx" ON "points" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "standards_category_position_key" ON "standards" USING btree ("category_no","position");--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_events_once_key" ON "api_key_events" USING btree ("api_key_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "reporters_person_at_idx" ON "reporters" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "reports_case_idx" ON "reports" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_first_of_case_key" ON "reports" USING btree ("case_id") WHERE "reports"."is_first";--> statement-breakpoint
CREATE INDEX "activities_state_starts_at_idx" ON "activities" USING btree ("state","starts_at","id");--> statement-breakpoint
CREATE INDEX "activity_events_activity_idx" ON "activity_events" USING btree ("activity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_shift_seq_key" ON "posts" USING btree ("shift_id","seq");--> statement-breakpoint
CREATE INDEX "shifts_activity_idx" ON "shifts" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "shifts_leader_idx" ON "shifts" USING btree ("leader_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "volunteers_number_key" ON "volunteers" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_events_nonce_key" ON "attendance_events" USING btree ("sign_up_id","nonce");--> statement-breakpoint
CREATE INDEX "hours_ledger_person_idx" ON "hours_ledger" USING btree ("person_id","served_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hours_ledger_grant_key" ON "hours_ledger" USING btree ("record_id") WHERE "hours_ledger"."kind" = 'grant';--> statement-breakpoint
CREATE UNIQUE INDEX "service_records_sign_up_key" ON "service_records" USING btree ("sign_up_id");--> statement-breakpoint
CREATE INDEX "service_records_person_idx" ON "service_records" USING btree ("person_id","served_from");--> statement-breakpoint
CREATE INDEX "sign_up_events_sign_up_idx" ON "sign_up_events" USING btree ("sign_up_id");--> statement-breakpoint
CREATE INDEX "sign_ups_shift_idx" ON "sign_ups" USING btree ("shift_id");--> statement-breakpoint
CREATE INDEX "sign_ups_activity_idx" ON "sign_ups" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "sign_ups_person_starts_at_idx" ON "sign_ups" USING btree ("person_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_live_key" ON "sign_ups" USING btree ("person_id","shift_id") WHERE "sign_ups"."state" in ('applied', 'approved', 'waitlisted', 'offered');