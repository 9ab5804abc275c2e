/**
 * The pause switch: one row holds all deliveries of an institution, or of all. The engine's functions of 0006 are
 * written anew so that what is held is neither claimed nor marked (docs/adr/0027).
 */
export const statements = `
-- Who may hold all institutions at once: named by the operator, on the command line.
create table coordinators (
  person_id uuid primary key references people on delete cascade,
  appointed_at timestamptz not null
);
alter table coordinators enable row level security;
create policy own on coordinators for select using (person_id = (select current_person()));
grant select on coordinators to glasnik_app;

create function is_coordinator() returns boolean language sql stable
  as $$ select exists (select 1 from coordinators where person_id = current_person()) $$;

create table pauses (
  id uuid primary key,
  -- Null: all institutions.
  institution_id uuid references institutions,
  reason text not null,
  -- What the institution says meanwhile, by variant.
  statement jsonb not null default '{}',
  started_by uuid references people,
  started_at timestamptz not null,
  ended_by uuid references people,
  ended_at timestamptz
);
create unique index pauses_standing on pauses (coalesce(institution_id, '00000000-0000-0000-0000-000000000000'))
  where ended_at is null;
create index pauses_by_institution on pauses (institution_id, started_at desc);
alter table pauses enable row level security;
create policy seen on pauses for select
  using (institution_id is null or institution_id = (select current_institution()));
create policy begun on pauses for insert
  with check (case when institution_id is null then is_coordinator() else institution_id = (select current_institution()) end);
grant select, insert on pauses to glasnik_app;

alter table deliveries
  -- It fell due while this pause held, so a person says what becomes of it.
  add held_by uuid references pauses,
  -- Somebody let it through at this time: pauses that began before do not hold it.
  add let_through_at timestamptz;
create index deliveries_held on deliveries (institution_id, due_at, id)
  where held_by is not null and state in ('scheduled', 'retrying', 'publishing', 'blocked');

create function delivery_is_held(institution uuid, held_by uuid, let_through_at timestamptz) returns boolean
  language sql stable as $$
  select held_by is not null or exists (
    select 1 from pauses p where p.ended_at is null and (p.institution_id is null or p.institution_id = institution)
      and (let_through_at is null or let_through_at < p.started_at))
$$;

-- Whoever begins or ends a pause holds this alone, and whoever marks a delivery holds it with the others who do: so a
-- pause that stands has nothing marked after it.
create function lock_pauses() returns void language sql
  as $$ select pg_advisory_xact_lock(hashtext('glasnik pauses')) $$;

-- Ends a pause. What fell due while it held is held on, one by one; what is due later keeps its time. Past the wall,
-- because the coordinator's pause holds all institutions. Answers how many are held; null where none such stands.
create function end_pause(pause uuid, at timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  house uuid;
  began timestamptz;
  held integer;
begin
  perform lock_pauses();
  update pauses set ended_at = at, ended_by = current_person()
  where id = pause and ended_at is null
    and case when institution_id is null then is_coordinator() else institution_id = current_institution() end
  returning institution_id, started_at into house, began;
  if not found then return null; end if;
  update deliveries set held_by = pause
  where (house is null or institution_id = house) and held_by is null and next_attempt_at <= at
    and (state in ('scheduled', 'retrying', 'blocked') or (state = 'publishing' and step <> 'sent'))
    and (let_through_at is null or let_through_at < began);
  get diagnostics held = row_count;
  return held;
end $$;
revoke execute on function end_pause(uuid, timestamptz) from public;
grant execute on function end_pause(uuid, timestamptz) to glasnik_app;

-- As in 0006; what is held is passed over. What may be on its network already is looked for all the same: looking
-- sends nothing.
create or replace function claim_deliveries(worker text, at timestamptz, lease interval, batch integer)
  returns setof claimed_delivery language plpgsql security definer set search_path = public as $$
declare
  reach integer := greatest(batch * 8, 500);
  any_pause boolean := exists (select 1 from pauses where ended_at is null);
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
    select id, account_id, lane, next_attempt_at from deliveries d
    where state in ('scheduled', 'retrying') and next_attempt_at <= at
      and (step = 'sent' or (held_by is null and (not any_pause or not exists (
        select 1 from pauses p where p.ended_at is null
          and (p.institution_id is null or p.institution_id = d.institution_id)
          and (d.let_through_at is null or d.let_through_at < p.started_at)))))
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
          and (d.step = 'sent' or (d.held_by is null and (not any_pause or not exists (
            select 1 from pauses p where p.ended_at is null
              and (p.institution_id is null or p.institution_id = d.institution_id)
              and (d.let_through_at is null or d.let_through_at < p.started_at)))))
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

-- As in 0006, and it says why not: 'lost' where somebody else has the lease, 'held' where a pause stands.
drop function mark_sent(text, uuid, integer, jsonb, timestamptz, interval, jsonb);
create function mark_sent(worker text, delivery uuid, claim integer, prepared jsonb, at timestamptz, lease interval,
  notes jsonb) returns text language plpgsql security definer set search_path = public as $$
declare
  owner uuid;
  noted_now integer;
begin
  perform pg_advisory_xact_lock_shared(hashtext('glasnik pauses'));
  update deliveries d set step = 'sent', handle = prepared, sent_at = at, lease_until = clock_timestamp() + lease,
    noted = noted + jsonb_array_length(notes)
  where id = delivery and lease_by = worker and attempts = claim and held_by is null
    and not exists (
      select 1 from pauses p where p.ended_at is null
        and (p.institution_id is null or p.institution_id = d.institution_id)
        and (d.let_through_at is null or d.let_through_at < p.started_at))
  returning institution_id, noted into owner, noted_now;
  if not found then
    return case when exists (select 1 from deliveries where id = delivery and lease_by = worker and attempts = claim)
      then 'held' else 'lost' end;
  end if;
  insert into delivery_attempts (delivery_id, no, institution_id, act, outcome, reason, started_at, ended_at, worker)
  select delivery, noted_now - jsonb_array_length(notes) + ordinal, owner, note->>'act', note->>'outcome', nullif(note->'reason', 'null'),
    (note->>'startedAt')::timestamptz, (note->>'endedAt')::timestamptz, worker
  from jsonb_array_elements(notes) with ordinality as listed (note, ordinal);
  return 'marked';
end $$;
revoke execute on function mark_sent(text, uuid, integer, jsonb, timestamptz, interval, jsonb) from public;
grant execute on function mark_sent(text, uuid, integer, jsonb, timestamptz, interval, jsonb) to glasnik_app;

-- As in 0006; what a person holds back is not late.
create or replace function delivery_backlog(at timestamptz, out due bigint, out under_way bigint, out late bigint)
  language sql stable security definer set search_path = public as $$
  select
    (select count(*) from deliveries where state in ('scheduled', 'retrying') and next_attempt_at <= at),
    (select count(*) from deliveries where state = 'publishing'),
    (select count(*) from deliveries where state in ('scheduled', 'retrying', 'publishing')
       and due_at < at - interval '60 seconds' and not delivery_is_held(institution_id, held_by, let_through_at))
$$;
`;
