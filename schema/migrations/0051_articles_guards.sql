-- What was written stands as it was written; it is decided once.
create function activity_articles_only_decided() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.state = 'in_review' and new.state <> 'in_review'
      and to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'note']
        = to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'note'] then
      return new;
    end if;
  end if;
  raise exception 'an article is decided, never changed or deleted'
    using errcode = '23514', constraint = 'activity_articles_only_decided';
end $$;
--> statement-breakpoint
create trigger activity_articles_only_decided before update or delete on activity_articles
  for each row execute function activity_articles_only_decided();
--> statement-breakpoint
create trigger activity_articles_never_emptied before truncate on activity_articles
  for each statement execute function activity_articles_only_decided();
--> statement-breakpoint
create trigger activity_article_photos_append_only before update or delete or truncate on activity_article_photos
  for each statement execute function refuse_rewriting();
