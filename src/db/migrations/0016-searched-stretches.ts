/** Posts are searched by longer stretches of time: half-years, one by one, cost rare words more than they saved. */
export const statements = `
drop index posts_search;
-- 400 days, counted: the newest two of them hold a page of a word that every hundredth post has, where there are a
-- dozen posts a day, and name few enough of it to be put in order.
create or replace function search_stretch(at timestamptz) returns integer language sql immutable strict parallel safe as $$
  select floor(extract(epoch from at - '2000-01-01 00:00:00+00'::timestamptz) / 34560000)::integer
$$;
create index posts_search on posts using gin (institution_id, search_stretch(updated_at), search gin_trgm_ops);

-- As in 0005 the newest come first by walking, which is soonest for frequent words. What turns out rarer than one in
-- fifty is looked for by its trigrams: in the newest two stretches, and, where that fills no page, in all that is older,
-- of which few are left to be put in order. The stretches are named one by one: between two of them the index reads
-- every post of both.
create or replace function search_posts(patterns text[], wanted text, before_at timestamptz, before_id uuid, batch integer)
  returns setof uuid language plpgsql stable security definer rows 50
  set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  house uuid := current_institution();
  longest text := (select pattern from unnest(patterns) pattern order by length(pattern) desc limit 1);
  older timestamptz;
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
  return query
    select id from posts
    where institution_id = house and search_stretch(updated_at) in (stretch, stretch - 1) and search like longest
      and (wanted is null or state = wanted) and (updated_at, id) < (post.updated_at, post.id) and search like all (patterns)
    order by updated_at desc, id desc limit batch - found;
  get diagnostics more = row_count;
  found := found + more;
  older := '2000-01-01 00:00:00+00'::timestamptz + (stretch - 1) * interval '34560000 seconds';
  if found >= batch or older < (select min(updated_at) from posts where institution_id = house) then return; end if;
  return query
    select id from posts
    where institution_id = house and search like longest and updated_at < older
      and (wanted is null or state = wanted) and search like all (patterns)
    order by updated_at desc, id desc limit batch - found;
end $$;
`;
