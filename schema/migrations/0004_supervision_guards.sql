create trigger supervision_events_append_only before update or delete or truncate on supervision_events
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- Nobody who holds any grant of the supervised unit proposes or confirms that its entry is cancelled, whatever code asks.
create function supervisions_not_own_unit() returns trigger language plpgsql as $$
begin
  if exists (select 1 from role_grants g where g.person_id in (new.proposed_by, new.confirmed_by)
    and g.unit_id = new.unit_id and g.ended_at is null) then
    raise exception 'an entry is not cancelled by its own unit'
      using errcode = '23514', constraint = 'supervisions_not_own_unit';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger supervisions_not_own_unit before insert or update on supervisions
  for each row execute function supervisions_not_own_unit();
--> statement-breakpoint
-- A number once given stays with its entry, and the entry stays in the ledger.
create function supervisions_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.year, new.serial, new.number, new.case_id, new.cycle, new.unit_id, new.colour, new.issued_by, new.issued_at)
      = (old.id, old.year, old.serial, old.number, old.case_id, old.cycle, old.unit_id, old.colour, old.issued_by, old.issued_at) then
      return new;
    end if;
  end if;
  raise exception 'an entry of the ledger keeps its number and its subject'
    using errcode = '23514', constraint = 'supervisions_stay';
end $$;
--> statement-breakpoint
create trigger supervisions_stay before update or delete on supervisions
  for each row execute function supervisions_stay();
