CREATE TABLE "skills" (
	"id" text PRIMARY KEY NOT NULL,
	"zh" text NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "volunteer_skills" (
	"person_id" text NOT NULL,
	"skill_id" text NOT NULL,
	CONSTRAINT "volunteer_skills_pkey" PRIMARY KEY("person_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "team_events" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"move" text NOT NULL,
	"was_zh" text NOT NULL,
	"is_zh" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_kind_parents" (
	"kind" text NOT NULL,
	"parent_kind" text NOT NULL,
	CONSTRAINT "team_kind_parents_pkey" PRIMARY KEY("kind","parent_kind")
);
--> statement-breakpoint
CREATE TABLE "team_member_events" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"move" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"is_primary" boolean NOT NULL,
	"from_id" text,
	"words" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone,
	"until" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "team_members_since" CHECK ("team_members"."state" <> 'active' or ("team_members"."since" is not null and "team_members"."until" is null)),
	CONSTRAINT "team_members_lead_is_in" CHECK ("team_members"."role" <> 'lead' or "team_members"."since" is not null)
);
--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "volunteer_skills" ADD CONSTRAINT "volunteer_skills_person_id_volunteers_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."volunteers"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_skills" ADD CONSTRAINT "volunteer_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_events" ADD CONSTRAINT "team_events_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member_events" ADD CONSTRAINT "team_member_events_member_id_team_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."team_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_from_id_team_members_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."team_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "volunteer_skills_skill_idx" ON "volunteer_skills" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "team_events_team_idx" ON "team_events" USING btree ("team_id","at");--> statement-breakpoint
CREATE INDEX "team_member_events_member_idx" ON "team_member_events" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_live_key" ON "team_members" USING btree ("person_id","team_id") WHERE "team_members"."state" in ('asked', 'active');--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_primary_key" ON "team_members" USING btree ("person_id") WHERE "team_members"."state" = 'active' and "team_members"."is_primary";--> statement-breakpoint
CREATE INDEX "team_members_team_idx" ON "team_members" USING btree ("team_id","state","asked_at");