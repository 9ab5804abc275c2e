/** What a post stands on: official accounts, objectives and plan items, files. */
export const statements = `
create table accounts (
  id uuid primary key,
  institution_id uuid not null references institutions,
  network text not null,
  network_account_id text not null,
  handle text not null,
  display_name text not null,
  url text not null,
  variant text not null,
  settings jsonb not null default '{}',
  session_sealed text not null,
  limits jsonb,
  state text not null check (state in ('connected', 'needs-reconnection', 'retired')),
  state_reason jsonb,
  connected_by uuid references people,
  connected_at timestamptz not null,
  checked_at timestamptz,
  retired_at timestamptz,
  revision integer not null default 1,
  unique (institution_id, network, network_account_id),
  -- What refers to an account refers to it within its institution: foreign keys look past row-level security.
  unique (institution_id, id)
);
select wall('accounts', 'select, insert, update');

create table objectives (
  id uuid primary key,
  institution_id uuid not null references institutions,
  titles jsonb not null,
  measures jsonb not null default '{}',
  audiences jsonb not null default '{}',
  revision integer not null default 1,
  changed_by uuid references people,
  created_at timestamptz not null,
  archived_at timestamptz,
  unique (institution_id, id)
);
select wall('objectives');

create table plan_items (
  id uuid primary key,
  institution_id uuid not null references institutions,
  objective_id uuid,
  titles jsonb not null,
  theme text not null default '',
  variants text[] not null,
  due_on date not null,
  revision integer not null default 1,
  created_by uuid references people,
  changed_by uuid references people,
  created_at timestamptz not null,
  -- Archived, never deleted: posts point at it.
  archived_at timestamptz,
  unique (institution_id, id),
  foreign key (institution_id, objective_id) references objectives (institution_id, id)
);
create index on plan_items (institution_id, due_on, id);
create index on plan_items (objective_id);
select wall('plan_items');

create table media (
  id uuid primary key,
  institution_id uuid not null references institutions,
  sha256 text not null,
  mime text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  file_name text not null,
  uploaded_by uuid references people,
  uploaded_at timestamptz not null,
  unique (institution_id, sha256),
  unique (institution_id, id)
);
select wall('media', 'select, insert, delete');
alter table institutions add foreign key (id, logo_media_id) references media (institution_id, id);
`;
