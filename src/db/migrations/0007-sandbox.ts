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
select wall('sandbox_accounts');

create table sandbox_media (
  id uuid primary key,
  institution_id uuid not null references institutions,
  account_id uuid not null references sandbox_accounts,
  mime text not null,
  width integer not null,
  height integer not null,
  alt text not null,
  data bytea not null,
  created_at timestamptz not null
);
create index on sandbox_media (account_id);
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
  created_at timestamptz not null,
  unique (account_id, key)
);
create index on sandbox_posts (institution_id, published_at desc, id desc);
select wall('sandbox_posts');

create table sandbox_comments (
  id uuid primary key,
  institution_id uuid not null references institutions,
  post_id uuid not null references sandbox_posts on delete cascade,
  author text not null,
  text text not null,
  created_at timestamptz not null
);
create index on sandbox_comments (post_id, created_at);
create index on sandbox_comments (institution_id, id);
select wall('sandbox_comments');

create table sandbox_faults (
  id uuid primary key,
  institution_id uuid not null references institutions,
  fault text not null,
  remaining integer not null,
  created_at timestamptz not null
);
create index on sandbox_faults (institution_id);
select wall('sandbox_faults');

create function find_sandbox_account(hash text)
  returns table (id uuid, institution_id uuid, handle text)
  language sql stable security definer set search_path = public
  as $$ select id, institution_id, handle from sandbox_accounts where token_hash = hash $$;
revoke execute on function find_sandbox_account(text) from public;
grant execute on function find_sandbox_account(text) to glasnik_app;
`;
