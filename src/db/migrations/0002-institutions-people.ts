/** Institutions, and people with their sign-in (the tables of better-auth under our names) and memberships. */
export const statements = `
create table institutions (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  names jsonb not null,
  short_names jsonb not null,
  descriptions jsonb not null default '{}',
  colour text not null default '#1f4e79' check (colour ~ '^#[0-9a-f]{6}$'),
  logo_media_id uuid,
  time_zone text not null default 'Europe/Sarajevo',
  contact jsonb not null default '{}',
  glossary jsonb not null default '[]',
  is_demo boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
alter table institutions enable row level security;
-- Who the institutions are is public; only their own people change them.
create policy public_read on institutions for select using (true);
create policy own_insert on institutions for insert with check (id = (select current_institution()));
create policy own_update on institutions for update using (id = (select current_institution()));
grant select, insert, update on institutions to glasnik_app;

create table people (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  language text not null default 'bs',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table sessions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on sessions (person_id);
create table credentials (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text, refresh_token text, id_token text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on credentials (person_id);
create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on verifications (identifier);
create table two_factors (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index on two_factors (person_id);
grant select, insert, update, delete on people, sessions, credentials, verifications, two_factors to glasnik_app;

create table memberships (
  id uuid primary key,
  institution_id uuid not null references institutions,
  person_id uuid not null references people on delete cascade,
  role text not null check (role in ('administrator', 'head', 'editor', 'auditor')),
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (institution_id, person_id, role)
);
create index on memberships (person_id);
select wall('memberships');
-- A person sees where they belong before an institution is chosen.
create policy own on memberships for select using (person_id = (select current_person()));

-- A person has one password for all institutions, so one of them alone may not give a new one. Behind the wall the
-- other memberships are not to be seen: this one question may be asked past it, and the answer is yes or no.
create function belongs_elsewhere(person uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select 1 from memberships where person_id = person and ended_at is null
                       and institution_id is distinct from current_institution()) $$;
revoke execute on function belongs_elsewhere(uuid) from public;
grant execute on function belongs_elsewhere(uuid) to glasnik_app;

create table api_keys (
  id uuid primary key,
  institution_id uuid not null references institutions,
  name text not null,
  role text not null check (role in ('administrator', 'head', 'editor', 'auditor')),
  hash text not null unique,
  created_by uuid references people,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on api_keys (institution_id, created_at desc);
select wall('api_keys');
-- Before a key is known no institution is: this one question may be asked from outside the wall.
create function find_api_key(key_hash text)
  returns table (id uuid, institution_id uuid, role text, name text)
  language sql stable security definer set search_path = public
  as $$ select id, institution_id, role, name from api_keys where hash = key_hash and revoked_at is null $$;
revoke execute on function find_api_key(text) from public;
grant execute on function find_api_key(text) to glasnik_app;
`;
