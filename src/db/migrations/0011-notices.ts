/** What people are told of, how each wants to be told, and the browsers that take a push for them. */
export const statements = `
create table notices (
  id uuid primary key,
  institution_id uuid not null references institutions,
  person_id uuid not null references people on delete cascade,
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  params jsonb not null default '{}',
  at timestamptz not null,
  -- The same thing told again before it was read stays one notice.
  times integer not null default 1,
  studio boolean not null,
  digest boolean not null,
  mail text not null check (mail in ('none', 'waiting', 'done')),
  push text not null check (push in ('none', 'waiting', 'done')),
  read_at timestamptz
);
create unique index notices_unread on notices (institution_id, person_id, kind, subject_type, subject_id)
  where read_at is null;
create index on notices (institution_id, person_id, (read_at is null) desc, at desc, id desc);
create index notices_waiting on notices (at) where mail = 'waiting' or push = 'waiting';
create index on notices (at);
select wall('notices');

create table notice_choices (
  institution_id uuid not null references institutions,
  person_id uuid not null references people on delete cascade,
  kind text not null,
  studio boolean not null,
  mail boolean not null,
  digest boolean not null,
  push boolean not null,
  primary key (institution_id, person_id, kind)
);
select wall('notice_choices');

create table push_subscriptions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  user_agent text not null,
  created_at timestamptz not null
);
create index on push_subscriptions (person_id);
alter table push_subscriptions enable row level security;
create policy own on push_subscriptions using (person_id = (select current_person()))
  with check (person_id = (select current_person()));
grant select, insert, update, delete on push_subscriptions to glasnik_app;

-- A browser belongs to whoever signed in there last. Its row may be another's, which the wall hides.
create function forget_push_endpoint(address text) returns void
  language sql security definer set search_path = public as $$
  delete from push_subscriptions where endpoint = address
$$;

-- The worker asks for all institutions which notices have still to leave the house, and no more of them than that.
create function waiting_notices(batch integer) returns table (id uuid, institution_id uuid)
  language sql stable security definer set search_path = public as $$
  select id, institution_id from notices where mail = 'waiting' or push = 'waiting' order by at limit batch
$$;

create function forget_notices(read_before timestamptz, all_before timestamptz) returns bigint
  language sql security definer set search_path = public as $$
  with gone as (
    delete from notices where at < all_before
      or at < read_before and (read_at is not null or not studio) and mail <> 'waiting' and push <> 'waiting'
    returning 1)
  select count(*) from gone
$$;
revoke execute on function forget_push_endpoint(text), waiting_notices(integer),
  forget_notices(timestamptz, timestamptz) from public;
grant execute on function forget_push_endpoint(text), waiting_notices(integer),
  forget_notices(timestamptz, timestamptz) to glasnik_app;
`;
