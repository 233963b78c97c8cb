-- 每日上限: counted by the database as each sign-up begins, whoever makes it. The person's row is locked by then, and a
-- trigger of its own sees what the one before it wrote, so two presses at once never both fit.
create function sign_ups_day_cap() returns trigger language plpgsql as $$
declare
  most int;
  planned int;
begin
  if new.state not in ('applied', 'approved', 'waitlisted', 'offered') then
    return new;
  end if;
  select case when v.age_band = 'adult' then coalesce(r.adult_day_minutes, 600) else coalesce(r.minor_day_minutes, 240) end
    into most from volunteers v left join sign_up_rules r on true where v.person_id = new.person_id;
  select sum(floor(extract(epoch from u.ends_at - u.starts_at) / 60)) into planned from sign_ups u
    where u.person_id = new.person_id and u.state in ('applied', 'approved', 'waitlisted', 'offered')
      and (u.starts_at at time zone 'UTC' + interval '8 hours')::date
        = (new.starts_at at time zone 'UTC' + interval '8 hours')::date;
  if planned > most then
    raise exception 'more minutes promised for one day than the county allows'
      using errcode = '23514', constraint = 'sign_ups_day_cap';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sign_ups_day_cap after insert on sign_ups for each row execute function sign_ups_day_cap();
--> statement-breakpoint
-- 只来一段: never outside the shift, never too short to come for, whoever writes it.
create function sign_ups_within_shift() returns trigger language plpgsql as $$
declare
  shift record;
begin
  select s.starts_at, s.ends_at into shift from shifts s where s.id = new.shift_id;
  if new.starts_at < shift.starts_at or new.ends_at > shift.ends_at or new.starts_at >= new.ends_at then
    raise exception 'a sign-up lies within its shift' using errcode = '23514', constraint = 'sign_ups_within_shift';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sign_ups_within_shift before insert on sign_ups for each row execute function sign_ups_within_shift();
