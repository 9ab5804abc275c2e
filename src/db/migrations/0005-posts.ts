/** Posts, every version of them, approvals with their seal, remarks. */
export const statements = `
create extension if not exists btree_gin;

create table posts (
  id uuid primary key,
  institution_id uuid not null references institutions,
  plan_item_id uuid,
  title text not null,
  state text not null check (state in ('draft', 'in-review', 'approved', 'scheduled', 'publishing', 'published',
    'sent-back', 'expired', 'withdrawn')),
  content jsonb not null,
  version integer not null,
  due_at timestamptz,
  author_id uuid references people,
  last_saved_by uuid references people,
  search text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (institution_id, id),
  foreign key (institution_id, plan_item_id) references plan_items (institution_id, id)
);
create index posts_by_change on posts (institution_id, updated_at desc, id desc);
create index posts_by_state on posts (institution_id, state, updated_at desc, id desc);
create index posts_by_due on posts (institution_id, due_at, id) where due_at is not null;
create index posts_by_plan_item on posts (plan_item_id);
-- What waits for somebody, due first.
create index posts_in_review on posts (institution_id, due_at, id) where state = 'in-review';
create index posts_of_author on posts (institution_id, author_id, due_at, id) where state in ('sent-back', 'draft', 'approved');
create index posts_search on posts using gin (institution_id, search gin_trgm_ops);
select wall('posts', 'select, insert, update');

-- The newest posts of the institution that hold every pattern, older than the given key. Behind row-level security
-- no pattern may use an index ("like" is not leakproof, so the wall comes first), hence this way around the wall,
-- which it keeps itself. A frequent word is found soonest by walking from the newest; where it turns out to be rarer
-- than one in fifty the trigrams find the rest. Planned anew each time: patterns and states differ too much.
create function search_posts(patterns text[], wanted text, before_at timestamptz, before_id uuid, batch integer)
  returns setof uuid language plpgsql stable security definer rows 50
  set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  house uuid := current_institution();
  longest text := (select pattern from unnest(patterns) pattern order by length(pattern) desc limit 1);
  post record;
  seen integer := 0;
  found integer := 0;
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
    if seen % 100 = 0 and found * 50 < seen and length(longest) >= 5 then
      return query
        select id from posts
        where institution_id = house and (wanted is null or state = wanted)
          and (updated_at, id) < (post.updated_at, post.id) and search like longest and search like all (patterns)
        order by updated_at desc, id desc limit batch - found;
      return;
    end if;
  end loop;
end $$;
revoke execute on function search_posts(text[], text, timestamptz, uuid, integer) from public;
grant execute on function search_posts(text[], text, timestamptz, uuid, integer) to glasnik_app;

create table post_versions (
  post_id uuid not null,
  no integer not null,
  institution_id uuid not null references institutions,
  title text not null,
  content jsonb not null,
  seal text not null,
  saved_by uuid references people,
  saved_at timestamptz not null,
  primary key (post_id, no),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
select wall('post_versions', 'select, insert');
create trigger post_versions_stay before update or delete on post_versions
  for each row execute function refuse_change();

create table approvals (
  id uuid primary key,
  institution_id uuid not null references institutions,
  post_id uuid not null,
  version integer not null,
  seal text not null,
  approved_by uuid references people,
  approved_at timestamptz not null,
  broken_at timestamptz,
  broken_by uuid references people,
  broken_by_version integer,
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on approvals (post_id, approved_at desc);
create index approvals_broken on approvals (post_id) where broken_at is not null;
select wall('approvals', 'select, insert, update');

create table post_remarks (
  id uuid primary key,
  institution_id uuid not null references institutions,
  post_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('sent-back', 'withdrawn', 'note')),
  text text not null,
  person_id uuid references people,
  at timestamptz not null,
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on post_remarks (post_id, at);
select wall('post_remarks', 'select, insert');

-- Posts whose time has come without an approval, in all institutions: the worker asks from outside the wall.
create function overdue_posts(before timestamptz, batch integer)
  returns table (institution_id uuid, id uuid) language sql stable security definer set search_path = public
  as $$ select institution_id, id from posts
        where due_at < before and state in ('draft', 'in-review', 'approved', 'sent-back')
        order by due_at limit batch $$;
create index posts_overdue on posts (due_at) where state in ('draft', 'in-review', 'approved', 'sent-back');
revoke execute on function overdue_posts(timestamptz, integer) from public;
grant execute on function overdue_posts(timestamptz, integer) to glasnik_app;
`;
