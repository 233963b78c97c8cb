insert into team_kind_parents (kind, parent_kind) values
  ('branch', 'corps'), ('squad', 'branch'), ('office', 'centre'), ('station', 'office'),
  ('branch', 'centre'), ('squad', 'office'), ('squad', 'station'),
  ('centre', 'corps'), ('station', 'centre'), ('squad', 'corps');
--> statement-breakpoint
-- One writer of the tree at a time, so two moves that are each right never close a circle together.
create function teams_stand() returns trigger language plpgsql as $$
begin
  if new.parent_id is null then return null; end if;
  if tg_op = 'UPDATE' and new.parent_id is not distinct from old.parent_id and new.kind = old.kind then return null; end if;
  perform pg_advisory_xact_lock(hashtext('teams'));
  if exists (with recursive up(id) as (
      select new.parent_id union select t.parent_id from teams t join up on t.id = up.id where t.parent_id is not null)
    select 1 from up where up.id = new.id) then
    raise exception 'a team never stands under itself' using errcode = '23514', constraint = 'teams_no_cycle';
  end if;
  if not exists (select 1 from team_kind_parents k join teams p on p.kind = k.parent_kind
      where p.id = new.parent_id and k.kind = new.kind and p.closed_at is null) then
    raise exception 'this kind of team does not stand there' using errcode = '23514', constraint = 'teams_kind_fits';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger teams_stand after insert or update on teams for each row execute function teams_stand();
--> statement-breakpoint
create trigger team_events_append_only before update or delete or truncate on team_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger team_member_events_append_only before update or delete or truncate on team_member_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint

insert into skills (id, zh, seq) values
  ('first_aid', '急救', 1), ('medical', '医疗护理', 2), ('teaching', '教学辅导', 3), ('law', '法律咨询', 4),
  ('psychology', '心理疏导', 5), ('sign_language', '手语', 6), ('english', '外语', 7), ('repair', '家电维修', 8),
  ('electric', '水电维修', 9), ('hairdressing', '理发', 10), ('cooking', '烹饪', 11), ('driving', '驾驶', 12),
  ('photo', '摄影摄像', 13), ('writing', '写作宣传', 14), ('arts', '文艺演出', 15), ('sports', '体育指导', 16),
  ('gardening', '园艺绿化', 17), ('computer', '电脑手机', 18);

