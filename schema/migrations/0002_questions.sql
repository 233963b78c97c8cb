CREATE TABLE "category_questions" (
	"category_code" text PRIMARY KEY NOT NULL,
	"questions" jsonb NOT NULL,
	"near_zh" text NOT NULL,
	"far_zh" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "answers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "category_questions" ADD CONSTRAINT "category_questions_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;