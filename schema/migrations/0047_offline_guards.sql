create trigger attendance_failures_append_only before update or delete or truncate on attendance_failures
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger anomaly_reviews_append_only before update or delete or truncate on anomaly_reviews
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger record_call_backs_append_only before update or delete or truncate on record_call_backs
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- 领队不能给自己签到: what a leader's phone wrote down is never about the leader, whoever writes it.
create function attendance_events_not_own() returns trigger language plpgsql as $$
begin
  if (new.method = 'leader_scan' or (new.method = 'leader_confirm' and new.device_id is not null))
    and exists (select 1 from sign_ups u where u.id = new.sign_up_id and u.person_id = new.actor_id) then
    raise exception 'a leader does not scan himself'
      using errcode = '23514', constraint = 'attendance_events_not_own';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger attendance_events_not_own before insert on attendance_events
  for each row execute function attendance_events_not_own();
--> statement-breakpoint
-- 抽查回访: nobody asks about a record of his own or one he confirmed.
create function record_call_backs_not_own() returns trigger language plpgsql as $$
begin
  if exists (select 1 from service_records r where r.id = new.record_id and new."by" in (r.person_id, r.confirmed_by)) then
    raise exception 'a call-back is made by somebody else'
      using errcode = '23514', constraint = 'record_call_backs_not_own';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger record_call_backs_not_own before insert on record_call_backs
  for each row execute function record_call_backs_not_own();
