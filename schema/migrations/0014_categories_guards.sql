create trigger category_versions_append_only before update or delete or truncate on category_versions
  for each statement execute function refuse_rewriting();
