create trigger outside_answers_append_only before update or delete or truncate on outside_answers
  for each statement execute function refuse_rewriting();
