/**
 * Deliveries: one row for one post on one account. The row is its own queue entry: due time, next attempt, lease
 * (docs/adr/0005).
 */
export const statements = `
create table deliveries (
  id uuid primary key,
  institution_id uuid not null references institutions,
  post_id uuid not null references posts,
  version integer not null,
  account_id uuid not null references accounts,
  -- Deliveries of one account in one lane go one after the other.
  lane smallint not null default 0,
  variant text not null,
  state text not null check (state in ('scheduled', 'retrying', 'publishing', 'published', 'failed', 'unknown',
    'blocked', 'withdrawn', 'removed')),
  -- How far the attempt has come: after 'sent' only the network knows, so it is asked before anything is sent again.
  step text not null default 'none' check (step in ('none', 'prepared', 'sent')),
  due_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts integer not null default 0,
  handle jsonb,
  lease_by text,
  lease_until timestamptz,
  reason jsonb,
  proof jsonb,
  network_id text,
  url text,
  published_at timestamptz,
  request_id text not null,
  created_at timestamptz not null,
  unique (post_id, account_id, version)
);
create index deliveries_by_post on deliveries (post_id);
create index deliveries_waiting on deliveries (account_id, lane, next_attempt_at) where state in ('scheduled', 'retrying');
create index deliveries_next on deliveries (next_attempt_at) where state in ('scheduled', 'retrying');
create index deliveries_leased on deliveries (account_id, lane, lease_until) where state = 'publishing';
create index deliveries_trouble on deliveries (institution_id, state, due_at) where state in ('failed', 'unknown', 'blocked', 'retrying');
create index deliveries_published on deliveries (institution_id, published_at desc, id desc) where state = 'published';
select wall('deliveries', 'select, insert, update');

create table delivery_attempts (
  delivery_id uuid not null references deliveries,
  no integer not null,
  institution_id uuid not null references institutions,
  act text not null check (act in ('prepare', 'publish', 'find', 'remove')),
  outcome text not null,
  reason jsonb,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  worker text not null,
  primary key (delivery_id, no)
);
select wall('delivery_attempts', 'select, insert');

-- Takes due deliveries for a worker: of each lane the one that is due first, where nothing of that lane is under
-- way. A lease that ran out belongs to a worker that died. Leases are on the server's own clock, so that machines
-- whose clocks differ agree on them; due times are on the clock of the caller.
create function claim_deliveries(worker text, at timestamptz, lease interval, batch integer)
  returns setof deliveries language sql security definer set search_path = public as $$
  with recursive lanes as (
    (select account_id, lane from deliveries where state in ('scheduled', 'retrying') order by account_id, lane limit 1)
    union all
    select following.account_id, following.lane from lanes, lateral (
      select d.account_id, d.lane from deliveries d
      where d.state in ('scheduled', 'retrying') and (d.account_id, d.lane) > (lanes.account_id, lanes.lane)
      order by d.account_id, d.lane limit 1) following
  ),
  abandoned as (
    select id from deliveries where state = 'publishing' and lease_until < clock_timestamp()
    order by lease_until limit batch for update skip locked
  ),
  due as (
    select first.id from lanes, lateral (
      select d.id, d.next_attempt_at from deliveries d
      where d.account_id = lanes.account_id and d.lane = lanes.lane
        and d.state in ('scheduled', 'retrying') and d.next_attempt_at <= at
      order by d.next_attempt_at limit 1) first
    where not exists (select 1 from deliveries busy where busy.state = 'publishing'
                      and busy.account_id = lanes.account_id and busy.lane = lanes.lane)
    order by first.next_attempt_at limit batch
  ),
  locked as (
    select id from deliveries where id in (select id from due)
      and state in ('scheduled', 'retrying') for update skip locked
  )
  update deliveries set state = 'publishing', lease_by = worker, lease_until = clock_timestamp() + lease,
    attempts = attempts + 1
  where id in (select id from (select id from abandoned union all select id from locked) taken limit batch)
  returning *
$$;

-- The moment of the next thing to do, so that a worker can sleep until then.
create function next_delivery_at() returns timestamptz language sql stable security definer set search_path = public
  as $$ select min(next_attempt_at) from deliveries where state in ('scheduled', 'retrying') $$;

-- Keeps the leases of a living worker; says which of them it still holds.
create function renew_leases(worker text, ids uuid[], lease interval) returns setof uuid
  language sql security definer set search_path = public
  as $$ update deliveries set lease_until = clock_timestamp() + lease
        where id = any(ids) and lease_by = worker and state = 'publishing' returning id $$;

revoke execute on function claim_deliveries(text, timestamptz, interval, integer), next_delivery_at(),
  renew_leases(text, uuid[], interval) from public;
grant execute on function claim_deliveries(text, timestamptz, interval, integer), next_delivery_at(),
  renew_leases(text, uuid[], interval) to glasnik_app;
`;
