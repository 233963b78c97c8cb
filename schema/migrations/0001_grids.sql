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
ALTER TABLE "estates" ADD CONSTRAINT "estates_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_duties" ADD CONSTRAINT "grid_duties_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_duties" ADD CONSTRAINT "grid_duties_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_category_no_point_categories_no_fk" FOREIGN KEY ("category_no") REFERENCES "public"."point_categories"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standards" ADD CONSTRAINT "standards_category_no_point_categories_no_fk" FOREIGN KEY ("category_no") REFERENCES "public"."point_categories"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "estates_grid_idx" ON "estates" USING btree ("grid_id");--> statement-breakpoint
CREATE UNIQUE INDEX "estates_name_key" ON "estates" USING btree ("name");--> statement-breakpoint
CREATE INDEX "grid_duties_grid_tier_idx" ON "grid_duties" USING btree ("grid_id","tier");--> statement-breakpoint
CREATE INDEX "grid_duties_unit_idx" ON "grid_duties" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grids_code_key" ON "grids" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "grids_name_key" ON "grids" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "units_name_key" ON "units" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "units_trade_key" ON "units" USING btree ("trade");--> statement-breakpoint
CREATE UNIQUE INDEX "points_code_key" ON "points" USING btree ("code");--> statement-breakpoint
CREATE INDEX "points_grid_idx" ON "points" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "points_category_idx" ON "points" USING btree ("category_no");--> statement-breakpoint
CREATE INDEX "points_unit_idx" ON "points" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "standards_category_position_key" ON "standards" USING btree ("category_no","position");