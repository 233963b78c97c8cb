create trigger setting_changes_append_only before update or delete or truncate on setting_changes
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- An invite is used or taken back once, and what it gives is never rewritten.
create function invites_only_close() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.used_at is null and old.ended_at is null
      and to_jsonb(new) - 'used_by' - 'used_at' - 'ended_at' = to_jsonb(old) - 'used_by' - 'used_at' - 'ended_at' then
      return new;
    end if;
  end if;
  raise exception 'an invite is closed once, never changed or deleted'
    using errcode = '23514', constraint = 'invites_only_close';
end $$;
--> statement-breakpoint
create trigger invites_only_close before update or delete on invites
  for each row execute function invites_only_close();
