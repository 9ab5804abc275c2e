/** One search over everything: folded texts of plan items and pictures, and posts found by stretches of time. */
export const statements = `
-- What foldForSearch makes of the letters of our languages, for the rows that were there before the columns; from here
-- on the program writes them. Dropped again below: there is one way to fold.
create function fold_once(words text) returns text language sql immutable as $$
  select translate(
    replace(replace(replace(replace(replace(lower(words), 'љ', 'lj'), 'њ', 'nj'), 'џ', 'dz'), 'ђ', 'dj'), 'đ', 'dj'),
    'абвгдежзијклмнопрстћуфхцчшčćžš', 'abvgdezzijklmnoprstcufhccscczs')
$$;
alter table plan_items add column search text not null default '';
update plan_items set search = fold_once(
  concat_ws(E' ', (select string_agg(value, ' ') from jsonb_each_text(titles)), theme));
create index plan_items_search on plan_items using gin (institution_id, search gin_trgm_ops);
alter table media add column search text not null default '';
update media set search = fold_once(file_name);
create index media_search on media using gin (institution_id, search gin_trgm_ops);
drop function fold_once(text);

-- As search_posts (0005), around the wall and keeping it: "like" is not leakproof, so behind row-level security it may
-- use no index. Both lists are short enough that all matches can be put in order.
create function search_plan_items(patterns text[], batch integer)
  returns setof uuid language sql stable security definer rows 50 set search_path = public as $$
  select id from plan_items where institution_id = current_institution() and search like all (patterns)
  order by archived_at is not null, due_on desc, id desc limit batch
$$;
create function search_media(patterns text[], before_id uuid, batch integer)
  returns setof uuid language sql stable security definer rows 50 set search_path = public as $$
  select id from media where institution_id = current_institution() and search like all (patterns)
    and (before_id is null or id < before_id)
  order by id desc limit batch
$$;
revoke execute on function search_plan_items(text[], integer), search_media(text[], uuid, integer) from public;
grant execute on function search_plan_items(text[], integer), search_media(text[], uuid, integer) to glasnik_app;

-- Half-years, counted: the trigrams of a word that every hundredth post holds name a thousand posts of a long archive,
-- and only the newest are wanted. With the stretch of time in the index, those of a half-year are found by themselves.
create function search_stretch(at timestamptz) returns integer language sql immutable strict parallel safe as $$
  select floor(extract(epoch from at - '2000-01-01 00:00:00+00'::timestamptz) / 15552000)::integer
$$;
drop index posts_search;
create index posts_search on posts using gin (institution_id, search_stretch(updated_at), search gin_trgm_ops);

-- As in 0005 the newest come first by walking, which is soonest for frequent words. What turns out rarer than one in
-- fifty is looked for by its trigrams: in the newest two half-years one after the other, which fills a page of all but
-- rare words, and then in all that is older at once, where by then few are left to be put in order.
create or replace function search_posts(patterns text[], wanted text, before_at timestamptz, before_id uuid, batch integer)
  returns setof uuid language plpgsql stable security definer rows 50
  set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  house uuid := current_institution();
  longest text := (select pattern from unnest(patterns) pattern order by length(pattern) desc limit 1);
  oldest timestamptz;
  stretch integer;
  post record;
  seen integer := 0;
  found integer := 0;
  more integer;
  rare boolean := false;
begin
  for post in
    select id, updated_at, search like all (patterns) as fits from posts
    where institution_id = house and (wanted is null or state = wanted) and (updated_at, id) < (before_at, before_id)
    order by updated_at desc, id desc
  loop
    seen := seen + 1;
    if post.fits then
      found := found + 1;
      return next post.id;
      if found = batch then return; end if;
    end if;
    rare := seen % 100 = 0 and found * 50 < seen and length(longest) >= 5;
    exit when rare;
  end loop;
  if not rare then return; end if;

  stretch := search_stretch(post.updated_at);
  oldest := (select min(updated_at) from posts where institution_id = house);
  for step in 1..2 loop
    if stretch < search_stretch(oldest) then return; end if;
    return query
      select id from posts
      where institution_id = house and search_stretch(updated_at) = stretch and search like longest
        and (wanted is null or state = wanted) and (updated_at, id) < (post.updated_at, post.id) and search like all (patterns)
      order by updated_at desc, id desc limit batch - found;
    get diagnostics more = row_count;
    found := found + more;
    if found >= batch then return; end if;
    stretch := stretch - 1;
  end loop;
  return query
    select id from posts
    where institution_id = house and search like longest
      and updated_at < '2000-01-01 00:00:00+00'::timestamptz + (stretch + 1) * interval '15552000 seconds'
      and (wanted is null or state = wanted) and search like all (patterns)
    order by updated_at desc, id desc limit batch - found;
end $$;
`;
