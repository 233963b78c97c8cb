-- Pages of 我的 moved to a package of their own: what was told before opens them still.
update notices set link = '/mine' || substr(link, 7)
where link ~ '^/pages/(volunteering/(record|stars|teams|team|orders|order|points|certificates|certificate)|people/(sign-ins|second-factor|privacy))($|\?)';
