create trigger report_callbacks_append_only before update or delete or truncate on report_callbacks
  for each statement execute function refuse_rewriting();
