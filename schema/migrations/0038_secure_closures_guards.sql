-- A consent is revoked once; when its person's account is closed the seal goes with it. Nothing else of it ever changes.
create or replace function guardian_consents_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.revoked_at is not null and (old.revoked_at is null or new.revoked_at = old.revoked_at)
      and (new.sealed = old.sealed or new.sealed = '')
      and (to_jsonb(new) - 'revoked_at' - 'sealed') = (to_jsonb(old) - 'revoked_at' - 'sealed')
      and to_jsonb(new) <> to_jsonb(old) then
      return new;
    end if;
  end if;
  raise exception 'a consent is revoked, never changed or deleted'
    using errcode = '23514', constraint = 'guardian_consents_only_end';
end $$;
