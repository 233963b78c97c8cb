create trigger activity_versions_append_only before update or delete or truncate on activity_versions
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- 改期 moves several sign-ups of a person in one statement: what counts is how they lie when it ends.
alter table sign_ups drop constraint sign_ups_no_overlap;
--> statement-breakpoint
alter table sign_ups add constraint sign_ups_no_overlap exclude using gist (
  person_id with =,
  tstzrange(starts_at, ends_at) with &&
) where (state in ('applied', 'approved', 'waitlisted', 'offered')) deferrable initially immediate;
--> statement-breakpoint
-- 第几期 is given once, at the first publication, and stays with its activity.
create function activities_number_stays() returns trigger language plpgsql as $$
begin
  if old.series_id is not null and old.series_issue is not null
    and (new.series_issue is distinct from old.series_issue or new.series_id is distinct from old.series_id) then
    raise exception 'an issue number is given once' using errcode = '23514', constraint = 'activities_number_stays';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger activities_number_stays before update on activities
  for each row execute function activities_number_stays();
