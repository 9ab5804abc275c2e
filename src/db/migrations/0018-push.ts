/** Notices by web push: the keys of this Glasnik, the browsers that take them, and what is on its way there. */
export const statements = `
-- One pair for the installation (VAPID, RFC 8292): a browser takes messages from the pair it was given, and no other.
create table push_keys (
  id uuid primary key,
  only_one boolean not null default true unique check (only_one),
  public_key text not null,
  sealed text not null,
  created_at timestamptz not null
);
grant select, insert, update, delete on push_keys to glasnik_app;

-- Until now no browser could be given.
delete from push_subscriptions;
alter table push_subscriptions drop column user_agent;
-- Where somebody is signed out, on whichever way, nothing may arrive for them any more.
alter table push_subscriptions add column session_id uuid not null unique references sessions on delete cascade;
alter table push_subscriptions add column key_id uuid not null references push_keys on delete cascade;
alter table push_subscriptions add column used_at timestamptz;
-- Why the last message did not get through; its sentence is the studio's.
alter table push_subscriptions add column trouble text check (trouble in ('refused', 'unreachable'));

alter table notices add unique (institution_id, id);

create table push_messages (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  subscription_id uuid not null references push_subscriptions on delete cascade,
  -- Both null for a trial that a person sends to their own browser.
  institution_id uuid,
  notice_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sending')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  lease_until timestamptz,
  created_at timestamptz not null,
  foreign key (institution_id, notice_id) references notices (institution_id, id) on delete cascade
);
create index on push_messages (person_id);
create index on push_messages (subscription_id);
create index on push_messages (institution_id, notice_id);
create index on push_messages (next_attempt_at);
alter table push_messages enable row level security;
create policy own on push_messages using (person_id = (select current_person()))
  with check (person_id = (select current_person()));
grant select, insert, update, delete on push_messages to glasnik_app;

-- Whoever sends asks for all people. Due times run on the program's clock, leases on the database's.
create function claim_push_messages(at timestamptz, lease interval, batch integer) returns setof push_messages
  language sql security definer set search_path = public as $$
  update push_messages set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + lease
  where id in (
    select id from push_messages
    where (state = 'waiting' and next_attempt_at <= at) or (state = 'sending' and lease_until < clock_timestamp())
    order by next_attempt_at, id limit batch for update skip locked)
  returning *
$$;

-- Now with the person, whose browsers only that person sees.
drop function waiting_notices(integer);
create function waiting_notices(batch integer) returns table (id uuid, institution_id uuid, person_id uuid)
  language sql stable security definer set search_path = public as $$
  select id, institution_id, person_id from notices where mail = 'waiting' or push = 'waiting' order by at limit batch
$$;
revoke execute on function claim_push_messages(timestamptz, interval, integer), waiting_notices(integer) from public;
grant execute on function claim_push_messages(timestamptz, interval, integer), waiting_notices(integer) to glasnik_app;
`;
