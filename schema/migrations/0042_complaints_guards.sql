create trigger takedowns_append_only before update or delete or truncate on takedowns
  for each statement execute function refuse_rewriting();
