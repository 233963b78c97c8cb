CREATE TABLE "category_versions" (
	"id" text NOT NULL,
	"code" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"zh" text NOT NULL,
	"department_zh" text NOT NULL,
	"limit_minutes" integer NOT NULL,
	"limit_clock" text NOT NULL,
	"hazard_minutes" integer,
	"hazard_clock" text,
	"is_private" boolean NOT NULL,
	"hint_zh" text NOT NULL,
	"keywords" jsonb NOT NULL,
	"filing_conditions" jsonb NOT NULL,
	"closing_conditions" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "category_versions_pkey" PRIMARY KEY("code","starts_at","id"),
	CONSTRAINT "category_versions_limit" CHECK ("category_versions"."limit_minutes" > 0),
	CONSTRAINT "category_versions_hazard_whole" CHECK (("category_versions"."hazard_minutes" is null) = ("category_versions"."hazard_clock" is null)),
	CONSTRAINT "category_versions_leaves_the_past" CHECK ("category_versions"."starts_at" > "category_versions"."at")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"kind" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	"fresh" integer NOT NULL,
	"changed" integer NOT NULL,
	"same" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "category_versions" ADD CONSTRAINT "category_versions_code_categories_code_fk" FOREIGN KEY ("code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;