create trigger service_order_events_append_only before update or delete or truncate on service_order_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger service_order_ratings_append_only before update or delete or truncate on service_order_ratings
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger service_order_contact_reads_append_only before update or delete or truncate on service_order_contact_reads
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger volunteer_point_rules_append_only before update or delete or truncate on volunteer_point_rules
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger volunteer_point_marks_append_only before update or delete or truncate on volunteer_point_marks
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger volunteer_point_postings_append_only before update or delete or truncate on volunteer_point_postings
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- The price of an item stays as it was seen, and an item once offered stays in the register.
create function point_items_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.points) = (old.id, old.points) then
      return new;
    end if;
  end if;
  raise exception 'an item keeps its price' using errcode = '23514', constraint = 'point_items_stay';
end $$;
--> statement-breakpoint
create trigger point_items_stay before update or delete on point_items
  for each row execute function point_items_stay();
--> statement-breakpoint
insert into service_order_kinds (code, zh, seq) values
  ('cleaning', '环境清理', 1), ('elderly', '敬老助老', 2), ('children', '课后看护', 3), ('repair', '小修小补', 4),
  ('culture', '文化活动', 5), ('health', '健康义诊', 6), ('law', '法律咨询', 7), ('traffic', '文明劝导', 8),
  ('other', '其他', 99);
--> statement-breakpoint
insert into service_order_clocks (step, hours) values ('triage', 24), ('take', 24), ('agree', 24), ('rate', 168);
--> statement-breakpoint
insert into volunteer_point_rules (starts_on, points_per_hour, kept_years) values ('2020-01-01', 1, 1);
