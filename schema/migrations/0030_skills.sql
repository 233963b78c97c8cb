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
ALTER TABLE "volunteer_skills" ADD CONSTRAINT "volunteer_skills_person_id_volunteers_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."volunteers"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_skills" ADD CONSTRAINT "volunteer_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "volunteer_skills_skill_idx" ON "volunteer_skills" USING btree ("skill_id");