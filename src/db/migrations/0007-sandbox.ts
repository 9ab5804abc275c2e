/** The practice network: a real one for the programme, a toy for the world. */
export const statements = `
create table sandbox_accounts (
  id uuid primary key,
  institution_id uuid not null references institutions,
  handle text not null unique,
  display_name text not null,
  token_hash text not null unique,
  created_at timestamptz not null
);
create index on sandbox_accounts (institution_id, handle);
select wall('sandbox_accounts');

create table sandbox_media (
  id uuid primary key,
  institution_id uuid not null references institutions,
  account_id uuid not null references sandbox_accounts,
  sha256 text not null,
  mime text not null,
  width integer not null,
  height integer not null,
  alt text not null,
  data bytea not null,
  created_at timestamptz not null
);
-- The same picture with the same words is one upload, however often a worker that was killed sends it again.
create unique index on sandbox_media (account_id, sha256, md5(alt));
create index on sandbox_media (account_id, created_at);
select wall('sandbox_media');

create table sandbox_posts (
  id uuid primary key,
  institution_id uuid not null references institutions,
  account_id uuid not null references sandbox_accounts,
  key text not null,
  text text not null,
  language text not null,
  media_ids uuid[] not null default '{}',
  published_at timestamptz not null,
  -- A removed post keeps its key, so that the key stays dead, and nothing else.
  removed_at timestamptz,
  unique (account_id, key)
);
create index on sandbox_posts (institution_id, published_at desc, id desc) where removed_at is null;
create index on sandbox_posts (account_id, published_at desc, id desc) where removed_at is null;
create index on sandbox_posts using gin (media_ids);
select wall('sandbox_posts');

create table sandbox_comments (
  id uuid primary key,
  -- What a reader of the comments has seen so far: grows in the order in which they can be seen.
  no bigint generated always as identity,
  institution_id uuid not null references institutions,
  post_id uuid not null references sandbox_posts,
  author text not null,
  text text not null,
  created_at timestamptz not null
);
create index on sandbox_comments (post_id, no);
create index on sandbox_comments (institution_id, no);
select wall('sandbox_comments');

create table sandbox_faults (
  institution_id uuid not null references institutions,
  fault text not null,
  remaining integer not null,
  created_at timestamptz not null,
  primary key (institution_id, fault)
);
select wall('sandbox_faults');

-- Whoever comes from outside brings a token, a handle or the id of a picture; the institution follows from it.
create function find_sandbox_account(hash text)
  returns table (id uuid, institution_id uuid, handle text)
  language sql stable security definer set search_path = public
  as $$ select id, institution_id, handle from sandbox_accounts where token_hash = hash $$;
create function find_sandbox_handle(wanted text)
  returns table (id uuid, institution_id uuid)
  language sql stable security definer set search_path = public
  as $$ select id, institution_id from sandbox_accounts where handle = wanted $$;
create function find_sandbox_media(wanted uuid)
  returns table (institution_id uuid)
  language sql stable security definer set search_path = public
  as $$ select institution_id from sandbox_media where id = wanted $$;
revoke execute on function find_sandbox_account(text), find_sandbox_handle(text), find_sandbox_media(uuid)
  from public;
grant execute on function find_sandbox_account(text), find_sandbox_handle(text), find_sandbox_media(uuid)
  to glasnik_app;
`;
