CREATE TABLE "imports" (
	"kind" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	"fresh" integer NOT NULL,
	"changed" integer NOT NULL,
	"same" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
