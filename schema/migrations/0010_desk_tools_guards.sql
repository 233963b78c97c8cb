create trigger case_bulks_append_only before update or delete or truncate on case_bulks
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- 并案 is one step deep, also when two are merged at the same moment: the master is held while the other goes in.
create function cases_no_chain() returns trigger language plpgsql as $$
begin
  if new.master_id is not null and new.master_id is distinct from old.master_id then
    perform 1 from cases where id = new.master_id and master_id is null for share;
    if not found or exists (select 1 from cases where master_id = new.id) then
      raise exception 'a merged case takes no other in, and a master is not merged'
        using errcode = '23514', constraint = 'cases_no_chain';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger cases_no_chain before update of master_id on cases
  for each row execute function cases_no_chain();
--> statement-breakpoint
-- A template ends once and is never rewritten: what was sent with it stays explainable.
create function reply_templates_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.ended_at is null and to_jsonb(new) - 'ended_at' = to_jsonb(old) - 'ended_at' then
      return new;
    end if;
  end if;
  raise exception 'a template is ended, never changed or deleted'
    using errcode = '23514', constraint = 'reply_templates_only_end';
end $$;
--> statement-breakpoint
create trigger reply_templates_only_end before update or delete on reply_templates
  for each row execute function reply_templates_only_end();
