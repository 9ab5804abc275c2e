/** Campaigns, what an institution's calendar knows of its days, kept views, private links, deadlines on the way to a post. */
export const statements = `
create table campaigns (
  id uuid primary key,
  institution_id uuid not null references institutions,
  names jsonb not null,
  starts_on date not null,
  ends_on date not null,
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  revision integer not null default 1,
  created_by uuid references people,
  changed_by uuid references people,
  created_at timestamptz not null,
  -- Archived, never deleted: plan items and posts point at it.
  archived_at timestamptz,
  unique (institution_id, id),
  check (ends_on >= starts_on)
);
create index on campaigns (institution_id, starts_on, id);
select wall('campaigns', 'select, insert, update');

alter table plan_items add column campaign_id uuid,
  add foreign key (institution_id, campaign_id) references campaigns (institution_id, id);
create index on plan_items (campaign_id);
-- Of the post itself; where there is none, that of its plan item holds.
alter table posts add column campaign_id uuid,
  add foreign key (institution_id, campaign_id) references campaigns (institution_id, id);
create index on posts (campaign_id);

-- An institution without a row has the defaults of modules/calendar/settings.ts.
create table calendar_settings (
  institution_id uuid primary key references institutions,
  shown_sets text[] not null,
  days_off_sets text[] not null,
  working_weekdays integer[] not null,
  work_from text not null check (work_from ~ '^\\d\\d:\\d\\d$'),
  work_to text not null check (work_to ~ '^\\d\\d:\\d\\d$'),
  close_minutes integer not null,
  busy_posts integer not null,
  quiet_posts integer not null,
  deadlines jsonb not null,
  revision integer not null,
  changed_by uuid references people,
  changed_at timestamptz not null,
  check (work_from < work_to)
);
select wall('calendar_settings', 'select, insert, update');

create table calendar_views (
  id uuid primary key,
  institution_id uuid not null references institutions,
  person_id uuid not null references people,
  name text not null,
  -- The address of the view: which days are drawn how, and what is left out.
  query text not null,
  shared boolean not null default false,
  created_at timestamptz not null
);
create index on calendar_views (institution_id, person_id);
select wall('calendar_views');

create table calendar_links (
  id uuid primary key,
  institution_id uuid not null references institutions,
  person_id uuid not null references people,
  name text not null,
  -- SHA-256 of the secret in the address. The secret itself is shown once and kept nowhere.
  hash text not null unique,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on calendar_links (institution_id, person_id);
select wall('calendar_links', 'select, insert, update');

-- Whose calendar a secret opens: asked by a program without a session, from outside any institution.
create function find_calendar_link(asked text)
  returns table (id uuid, institution_id uuid, person_id uuid) language sql stable security definer
  set search_path = public
  as $$ select id, institution_id, person_id from calendar_links where hash = asked and revoked_at is null $$;
revoke execute on function find_calendar_link(text) from public;
grant execute on function find_calendar_link(text) to glasnik_app;

-- What somebody has said about a deadline. Those of which nothing was said are counted back from the due time.
create table post_deadlines (
  institution_id uuid not null references institutions,
  post_id uuid not null,
  kind text not null check (kind in ('brief', 'draft', 'facts', 'translation', 'visual', 'accessibility', 'approval')),
  person_id uuid references people,
  -- Set by hand; null: counted back.
  due_at timestamptz,
  needed boolean not null default true,
  done_at timestamptz,
  done_by uuid references people,
  -- Where the deadline stood when it was done: it moves no more.
  done_due_at timestamptz,
  primary key (post_id, kind),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on post_deadlines (institution_id, person_id) where done_at is null;
select wall('post_deadlines', 'select, insert, update');
`;
