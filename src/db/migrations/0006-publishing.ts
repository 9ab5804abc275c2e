/**
 * Deliveries: one row for one post on one account. The row is its own queue entry: due time, next attempt, lease
 * (docs/adr/0005).
 */
export const statements = `
create table deliveries (
  id uuid primary key,
  institution_id uuid not null references institutions,
  post_id uuid not null,
  version integer not null,
  account_id uuid not null,
  -- Deliveries of one account in one lane go one after the other.
  lane smallint not null default 0,
  variant text not null,
  state text not null check (state in ('scheduled', 'retrying', 'publishing', 'published', 'failed', 'unknown',
    'blocked', 'withdrawn', 'removed')),
  -- How far the attempt has come: after 'sent' only the network knows, so it is asked before anything is sent again.
  step text not null default 'none' check (step in ('none', 'prepared', 'sent')),
  due_at timestamptz not null,
  next_attempt_at timestamptz not null,
  -- Counts how often a worker took it. With lease_by it is the fence: whoever holds an older number writes nothing.
  attempts integer not null default 0,
  -- Tries that came to nothing, and since when: back-off and giving up go by these. A person's retry resets both.
  tries integer not null default 0,
  trying_since timestamptz,
  sent_at timestamptz,
  -- How many rows of delivery_attempts there are.
  noted integer not null default 0,
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
  foreign key (institution_id, post_id) references posts (institution_id, id),
  foreign key (institution_id, account_id) references accounts (institution_id, id)
);
-- One post stands on one account once, whatever becomes of its versions.
create unique index deliveries_once on deliveries (post_id, account_id) where state not in ('withdrawn', 'removed');
create index deliveries_by_post on deliveries (post_id);
create index deliveries_by_account on deliveries (account_id) where state = 'blocked';
create index deliveries_waiting on deliveries (account_id, lane, next_attempt_at, id) where state in ('scheduled', 'retrying');
create index deliveries_next on deliveries (next_attempt_at, id) where state in ('scheduled', 'retrying');
-- Without lease_until, so that a lease can be renewed in place.
create index deliveries_leased on deliveries (account_id, lane) where state = 'publishing';
create index deliveries_open on deliveries (institution_id, due_at, id) where state in ('scheduled', 'retrying', 'publishing',
  'failed', 'unknown', 'blocked');
create index deliveries_published on deliveries (institution_id, published_at desc, id desc) where state = 'published';
-- What was to be taken down and is not: few rows, asked for on every Today.
create index deliveries_standing on deliveries (institution_id, due_at, id) where state = 'published' and reason is not null;
select wall('deliveries', 'select, insert, update');

create table delivery_attempts (
  delivery_id uuid not null references deliveries,
  no integer not null,
  -- That of the delivery, which has been held against the institutions.
  institution_id uuid not null,
  act text not null check (act in ('prepare', 'publish', 'find', 'remove')),
  outcome text not null,
  reason jsonb,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  worker text not null,
  primary key (delivery_id, no)
);
select wall('delivery_attempts', 'select, insert');

create type claimed_delivery as (
  id uuid, institution_id uuid, post_id uuid, version integer, account_id uuid, variant text, step text,
  due_at timestamptz, attempts integer, tries integer, trying_since timestamptz, sent_at timestamptz, handle jsonb,
  request_id text,
  -- The worker that held it before died, or lost it.
  recovered boolean
);

-- Takes due deliveries for a worker: of each lane the one that is due first, where nothing of that lane is under
-- way. A lease that ran out belongs to a worker that died. Leases are on the server's own clock, so that machines
-- whose clocks differ agree on them; due times are on the clock of the caller.
create function claim_deliveries(worker text, at timestamptz, lease interval, batch integer)
  returns setof claimed_delivery language plpgsql security definer set search_path = public as $$
declare
  reach integer := greatest(batch * 8, 500);
  abandoned uuid[];
  wanted uuid[];
  seen integer;
begin
  -- One at a time: two that looked at the same moment could each take one delivery of the same lane.
  perform pg_advisory_xact_lock(hashtext('glasnik claim_deliveries'));

  abandoned := array(
    select id from deliveries where state = 'publishing' and lease_until < clock_timestamp()
    order by lease_until limit batch);

  -- What is due first, as far as the reach goes. Enough unless few lanes fill it.
  with reached as (
    select id, account_id, lane, next_attempt_at from deliveries
    where state in ('scheduled', 'retrying') and next_attempt_at <= at
    order by next_attempt_at, id limit reach
  ),
  firsts as (
    select distinct on (account_id, lane) id, account_id, lane, next_attempt_at from reached
    order by account_id, lane, next_attempt_at, id
  ),
  free as (
    select id from firsts where not exists (
      select 1 from deliveries busy where busy.state = 'publishing'
        and busy.account_id = firsts.account_id and busy.lane = firsts.lane)
    order by next_attempt_at, id limit batch
  )
  select array(select id from free), (select count(*) from reached) into wanted, seen;

  -- One account with a long queue stands before all others: go from lane to lane instead.
  if cardinality(wanted) < batch and seen = reach then
    wanted := array(
      with recursive lanes as (
        (select account_id, lane from deliveries where state in ('scheduled', 'retrying')
         order by account_id, lane limit 1)
        union all
        select following.account_id, following.lane from lanes, lateral (
          select d.account_id, d.lane from deliveries d
          where d.state in ('scheduled', 'retrying') and (d.account_id, d.lane) > (lanes.account_id, lanes.lane)
          order by d.account_id, d.lane limit 1) following
      )
      select first.id from lanes, lateral (
        select d.id, d.next_attempt_at from deliveries d
        where d.account_id = lanes.account_id and d.lane = lanes.lane
          and d.state in ('scheduled', 'retrying') and d.next_attempt_at <= at
        order by d.next_attempt_at, d.id limit 1) first
      where not exists (select 1 from deliveries busy where busy.state = 'publishing'
                        and busy.account_id = lanes.account_id and busy.lane = lanes.lane)
      order by first.next_attempt_at, first.id limit batch);
  end if;

  return query
  with locked as (
    select d.id, d.state = 'publishing' as recovered from deliveries d
    where d.id = any((abandoned || wanted)[:batch])
      and (d.state in ('scheduled', 'retrying') or (d.state = 'publishing' and d.lease_until < clock_timestamp()))
    for update skip locked
  )
  update deliveries d set state = 'publishing', lease_by = worker, lease_until = clock_timestamp() + lease,
    attempts = d.attempts + 1, trying_since = coalesce(d.trying_since, at)
  from locked where d.id = locked.id
  returning d.id, d.institution_id, d.post_id, d.version, d.account_id, d.variant, d.step, d.due_at, d.attempts,
    d.tries, d.trying_since, d.sent_at, d.handle, d.request_id, locked.recovered;
end $$;

-- When there is something to do next, so that a worker can sleep until then: the next due time that is still to
-- come, and the milliseconds until a lease runs out.
create function next_delivery(at timestamptz, out due timestamptz, out lease_ms double precision)
  language sql stable security definer set search_path = public as $$
  select
    (select next_attempt_at from deliveries where state in ('scheduled', 'retrying') and next_attempt_at > at
     order by next_attempt_at limit 1),
    (select extract(epoch from min(lease_until) - clock_timestamp()) * 1000 from deliveries where state = 'publishing')
$$;

-- Keeps the leases of a living worker; says which of them it still holds. What takes that long is seen to be going
-- out: its post says so from now on. For most there is nothing to say, they are out before.
create function renew_leases(worker text, at timestamptz, ids uuid[], claims integer[], lease interval)
  returns setof uuid language sql security definer set search_path = public as $$
  with kept as (
    update deliveries d set lease_until = clock_timestamp() + lease
    from unnest(ids, claims) as held (id, claim)
    where d.id = held.id and d.attempts = held.claim and d.lease_by = worker
    returning d.id, d.post_id
  ),
  -- Never waits for a post: somebody who holds one may be waiting for its deliveries.
  begun as (
    select p.id from posts p where p.id in (select post_id from kept) and p.state = 'scheduled'
    for update skip locked
  ),
  moved as (update posts p set state = 'publishing', updated_at = at from begun where p.id = begun.id)
  select id from kept
$$;

-- The last thing before the visible act: from here on only the network knows. In one statement, because it is on
-- the way of every delivery. False where the lease is lost: then nothing may be sent. Only what is under way has a
-- lease; to ask for the state as well would lure the planner away from the primary key.
create function mark_sent(worker text, delivery uuid, claim integer, prepared jsonb, at timestamptz, lease interval,
  notes jsonb) returns boolean language plpgsql security definer set search_path = public as $$
declare
  owner uuid;
  noted_now integer;
begin
  update deliveries set step = 'sent', handle = prepared, sent_at = at, lease_until = clock_timestamp() + lease,
    noted = noted + jsonb_array_length(notes)
  where id = delivery and lease_by = worker and attempts = claim
  returning institution_id, noted into owner, noted_now;
  if not found then return false; end if;
  insert into delivery_attempts (delivery_id, no, institution_id, act, outcome, reason, started_at, ended_at, worker)
  select delivery, noted_now - jsonb_array_length(notes) + ordinal, owner, note->>'act', note->>'outcome', nullif(note->'reason', 'null'),
    (note->>'startedAt')::timestamptz, (note->>'endedAt')::timestamptz, worker
  from jsonb_array_elements(notes) with ordinality as listed (note, ordinal);
  return true;
end $$;

-- Writes down what came of a try, with its attempts, and answers what is needed to move the post on: its state and
-- those of its other deliveries. The post is locked, before the delivery as everywhere. Nothing is answered where
-- somebody else holds it now, or it is decided. Without a claim it is written past the fence, where others are
-- still in doubt. A function because it is on the way of every delivery: its plan is kept.
create function settle_delivery(delivery uuid, post uuid, worker text, claim integer, outcome jsonb, notes jsonb,
  out post_state text, out others text[]) language plpgsql set search_path = public as $$
declare
  done record;
  now_is text;
begin
  select p.state into now_is from posts p where p.id = post for update;
  update deliveries set state = outcome->>'state', step = outcome->>'step', tries = (outcome->>'tries')::integer,
    handle = nullif(outcome->'handle', 'null'), reason = nullif(outcome->'reason', 'null'),
    proof = coalesce(nullif(outcome->'proof', 'null'), proof),
    network_id = coalesce(outcome->'proof'->>'networkId', network_id),
    url = coalesce(outcome->'proof'->>'url', url),
    published_at = coalesce((outcome->>'publishedAt')::timestamptz, published_at),
    next_attempt_at = coalesce((outcome->>'nextAttemptAt')::timestamptz, next_attempt_at),
    noted = noted + jsonb_array_length(notes), lease_by = null, lease_until = null
  where id = delivery and case
    when claim is not null then lease_by = worker and attempts = claim
    else step = 'sent' and state in ('publishing', 'retrying', 'blocked', 'unknown') end
  returning institution_id, noted into done;
  if not found then return; end if;
  insert into delivery_attempts (delivery_id, no, institution_id, act, outcome, reason, started_at, ended_at, worker)
  select delivery, done.noted - jsonb_array_length(notes) + ordinal, done.institution_id, note->>'act', note->>'outcome', nullif(note->'reason', 'null'),
    (note->>'startedAt')::timestamptz, (note->>'endedAt')::timestamptz, worker
  from jsonb_array_elements(notes) with ordinality as listed (note, ordinal);
  post_state := now_is;
  others := array(select o.state from deliveries o where o.post_id = post and o.id <> delivery);
end $$;

-- Figures over all institutions, for the gauges of the worker.
create function delivery_backlog(at timestamptz, out due bigint, out under_way bigint, out late bigint)
  language sql stable security definer set search_path = public as $$
  select
    (select count(*) from deliveries where state in ('scheduled', 'retrying') and next_attempt_at <= at),
    (select count(*) from deliveries where state = 'publishing'),
    (select count(*) from deliveries where state in ('scheduled', 'retrying', 'publishing')
       and due_at < at - interval '60 seconds')
$$;

revoke execute on function claim_deliveries(text, timestamptz, interval, integer), next_delivery(timestamptz),
  renew_leases(text, timestamptz, uuid[], integer[], interval),
  settle_delivery(uuid, uuid, text, integer, jsonb, jsonb), mark_sent(text, uuid, integer, jsonb, timestamptz, interval, jsonb), delivery_backlog(timestamptz) from public;
grant execute on function claim_deliveries(text, timestamptz, interval, integer), next_delivery(timestamptz),
  renew_leases(text, timestamptz, uuid[], integer[], interval),
  settle_delivery(uuid, uuid, text, integer, jsonb, jsonb), mark_sent(text, uuid, integer, jsonb, timestamptz, interval, jsonb), delivery_backlog(timestamptz) to glasnik_app;

-- What citizens ask. Neither a regular expression nor @> is leakproof, so behind row-level security they could be no
-- condition of an index and every picture and hashtag would read the whole archive: these two keep to the
-- institution themselves.
create index post_versions_images on post_versions using gin (institution_id, (content -> 'images') jsonb_path_ops);

create function picture_is_out(media_id uuid) returns boolean language sql stable security definer
  set search_path = public as $$
  select exists (
    select 1 from post_versions v
    join deliveries d on d.post_id = v.post_id and d.version = v.no and d.state = 'published'
    join posts p on p.id = v.post_id and p.state <> 'withdrawn'
    where v.institution_id = current_institution()
      and v.content -> 'images' @> jsonb_build_array(jsonb_build_object('mediaId', media_id)))
$$;

create function tagged_posts(tag text) returns setof uuid language sql stable security definer
  set search_path = public as $$
  select id from posts
  where institution_id = current_institution() and state <> 'withdrawn' and search ~ ('#' || tag || '([^a-z0-9_]|$)')
$$;

revoke execute on function picture_is_out(uuid), tagged_posts(text) from public;
grant execute on function picture_is_out(uuid), tagged_posts(text) to glasnik_app;
`;
