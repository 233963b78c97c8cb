-- A record is ended once, never changed or deleted.
create function qualifications_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.ended_at is null and new.ended_at is not null
      and to_jsonb(new) - array['ended_at', 'ended_by', 'end_note'] = to_jsonb(old) - array['ended_at', 'ended_by', 'end_note'] then
      return new;
    end if;
  end if;
  raise exception 'a qualification is ended, never changed or deleted'
    using errcode = '23514', constraint = 'qualifications_only_end';
end $$;
--> statement-breakpoint
create trigger qualifications_only_end before update or delete on qualifications
  for each row execute function qualifications_only_end();
--> statement-breakpoint
create trigger qualifications_never_emptied before truncate on qualifications
  for each statement execute function qualifications_only_end();
--> statement-breakpoint
-- Whoever joins a shift holds what it demands on the day it starts. The record is held, so an ending waits or is seen.
create function sign_ups_qualified() returns trigger language plpgsql as $$
declare demanded text; starts_on date;
begin
  select s.qualification_id, (s.starts_at at time zone 'Asia/Shanghai')::date into demanded, starts_on
    from shifts s where s.id = new.shift_id;
  if demanded is null then return new; end if;
  perform 1 from qualifications q where q.person_id = new.person_id and q.kind_id = demanded
    and q.ended_at is null and q.until_on >= starts_on for share;
  if not found then
    raise exception 'this shift demands a qualification'
      using errcode = '23514', constraint = 'sign_ups_qualified';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sign_ups_qualified_to_join before insert on sign_ups
  for each row execute function sign_ups_qualified();
--> statement-breakpoint
create trigger sign_ups_qualified_to_sit before update of state on sign_ups
  for each row when (new.state = 'approved' and old.state in ('applied', 'waitlisted', 'offered'))
  execute function sign_ups_qualified();
--> statement-breakpoint
insert into qualification_kinds (id, zh, way_zh, seq) values
  ('first_aid', '急救员证', '可到县红十字会报名急救员培训，领证后带证到所在队伍或志愿服务办公室登记', 1),
  ('water_safety', '水上安全培训', '县应急管理局每季度办一期，结业后请领队登记', 2),
  ('child_care', '儿童照护培训', '由新时代文明实践中心组织，结业后请领队登记', 3);

--> statement-breakpoint
-- What was written stands as it was written; it is decided once.
create function activity_articles_only_decided() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.state = 'in_review' and new.state <> 'in_review'
      and to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'note']
        = to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'note'] then
      return new;
    end if;
  end if;
  raise exception 'an article is decided, never changed or deleted'
    using errcode = '23514', constraint = 'activity_articles_only_decided';
end $$;
--> statement-breakpoint
create trigger activity_articles_only_decided before update or delete on activity_articles
  for each row execute function activity_articles_only_decided();
--> statement-breakpoint
create trigger activity_articles_never_emptied before truncate on activity_articles
  for each statement execute function activity_articles_only_decided();
--> statement-breakpoint
create trigger activity_article_photos_append_only before update or delete or truncate on activity_article_photos
  for each statement execute function refuse_rewriting();
