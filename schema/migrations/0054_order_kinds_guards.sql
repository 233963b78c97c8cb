-- An order says what its kind was called when it was filed, whatever the kind is called later.
update service_orders o set kind_zh = k.zh from service_order_kinds k where k.code = o.kind and o.kind_zh is null;
--> statement-breakpoint
-- A rule that has begun counts as it stands; one that has not may still be put right.
drop trigger volunteer_point_rules_append_only on volunteer_point_rules;
--> statement-breakpoint
create function volunteer_point_rules_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.starts_on = old.starts_on and old.starts_on > (new.set_at at time zone 'Asia/Shanghai')::date then
      return new;
    end if;
  end if;
  raise exception 'a points rule that has begun stays' using errcode = '23514', constraint = 'volunteer_point_rules_stay';
end $$;
--> statement-breakpoint
create trigger volunteer_point_rules_stay before update or delete on volunteer_point_rules
  for each row execute function volunteer_point_rules_stay();
--> statement-breakpoint
create trigger volunteer_point_rules_never_emptied before truncate on volunteer_point_rules
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- More stars take more hours: looked at when the statement ends, so that all levels can move at once.
create function star_levels_ascend() returns trigger language plpgsql as $$
begin
  if exists (select 1 from star_levels a join star_levels b on b.stars > a.stars and b.hours <= a.hours) then
    raise exception 'star levels ascend' using errcode = '23514', constraint = 'star_levels_ascend';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger star_levels_ascend after insert or update on star_levels
  for each statement execute function star_levels_ascend();
