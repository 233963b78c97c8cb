create trigger post_changes_append_only before update or delete or truncate on post_changes
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- A consent is revoked once, never changed or deleted: what was agreed to stays readable.
create function guardian_consents_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.revoked_at is null and new.revoked_at is not null
      and to_jsonb(new) - 'revoked_at' = to_jsonb(old) - 'revoked_at' then
      return new;
    end if;
  end if;
  raise exception 'a consent is revoked, never changed or deleted'
    using errcode = '23514', constraint = 'guardian_consents_only_end';
end $$;
--> statement-breakpoint
create trigger guardian_consents_only_end before update or delete on guardian_consents
  for each row execute function guardian_consents_only_end();
--> statement-breakpoint
create trigger guardian_consents_never_emptied before truncate on guardian_consents
  for each statement execute function guardian_consents_only_end();
