/** Outgoing webhooks: to whom, and what is on its way there. What is sent comes from the record. */
export const statements = `
create table webhooks (
  id uuid primary key,
  institution_id uuid not null references institutions,
  url text not null,
  -- Kinds of acts.
  events text[] not null check (cardinality(events) > 0),
  state text not null default 'on' check (state in ('on', 'off')),
  off_reason text check (off_reason in ('by-hand', 'gone', 'failing')),
  -- Since when nothing gets through; null where the last message did.
  failing_since timestamptz,
  last_success_at timestamptz,
  sealed text not null,
  -- The secret before a rotation, with which every message is signed too until then.
  sealed_before text,
  before_until timestamptz,
  revision integer not null default 1,
  created_by uuid references people,
  created_at timestamptz not null,
  unique (institution_id, id),
  check ((state = 'off') = (off_reason is not null)),
  check ((sealed_before is null) = (before_until is null))
);
select wall('webhooks');

create table webhook_deliveries (
  webhook_id uuid not null,
  -- What the receiver knows it by at every try: the id of the act, or of a trial. Both sort by time.
  id uuid not null,
  institution_id uuid not null,
  event text not null,
  -- The act; null for a trial.
  act_id uuid,
  subject_type text not null,
  subject_id text not null,
  version integer,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'failed')),
  attempts integer not null default 0,
  -- How many there were when it was last put on its way: somebody may send it again.
  attempts_before integer not null default 0,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  lease_until timestamptz,
  attempted_at timestamptz,
  -- Of the last try: what the receiver answered, or the code of the sentence that says why it did not.
  status integer,
  answer text not null default '',
  trouble text,
  primary key (webhook_id, id),
  foreign key (institution_id, webhook_id) references webhooks (institution_id, id) on delete cascade
);
create index on webhook_deliveries (institution_id, webhook_id);
create index on webhook_deliveries (webhook_id, next_attempt_at) where state in ('waiting', 'sending');
create index on webhook_deliveries (queued_at);
select wall('webhook_deliveries');

-- In the transaction of the act, so that a message is there where the act is, and nowhere else. Acts of the house
-- itself concern all. The lock keeps a webhook that is being removed from failing the act by its foreign key.
create function queue_webhooks() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into webhook_deliveries (webhook_id, id, institution_id, event, act_id, subject_type, subject_id, version, at,
    queued_at, next_attempt_at)
  select w.id, a.id, w.institution_id, a.kind, a.id, a.subject_type, a.subject_id, a.version, a.at, a.at, a.at
  from added a join webhooks w on w.state = 'on' and a.kind = any (w.events)
    and (a.institution_id is null or a.institution_id = w.institution_id)
  for key share of w;
  return null;
end $$;
create trigger acts_webhooks after insert on acts referencing new table as added
  for each statement execute function queue_webhooks();

-- Whoever sends asks for all institutions: the first that is due of each webhook that has none in hand, so that a slow
-- receiver keeps nobody else waiting. Due times run on the program's clock, leases on the database's.
create function claim_webhook_deliveries(at timestamptz, lease interval, batch integer)
  returns setof webhook_deliveries
  language sql security definer set search_path = public as $$
  update webhook_deliveries d
  set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + lease
  from (
    select w.id as webhook_id, due.id
    from webhooks w cross join lateral (
      select n.id, n.next_attempt_at from webhook_deliveries n
      where n.webhook_id = w.id and ((n.state = 'waiting' and n.next_attempt_at <= claim_webhook_deliveries.at)
        or (n.state = 'sending' and n.lease_until < clock_timestamp()))
      order by n.next_attempt_at, n.id limit 1) due
    where not exists (select from webhook_deliveries h
      where h.webhook_id = w.id and h.state = 'sending' and h.lease_until >= clock_timestamp())
    order by due.next_attempt_at limit batch
    for no key update of w skip locked) next
  where d.webhook_id = next.webhook_id and d.id = next.id
    and (d.state = 'waiting' or (d.state = 'sending' and d.lease_until < clock_timestamp()))
  returning d.*
$$;

create function forget_webhook_deliveries(before timestamptz) returns void
  language sql security definer set search_path = public as $$
  delete from webhook_deliveries where queued_at < before and state in ('delivered', 'failed')
$$;
revoke execute on function queue_webhooks(), claim_webhook_deliveries(timestamptz, interval, integer),
  forget_webhook_deliveries(timestamptz) from public;
grant execute on function claim_webhook_deliveries(timestamptz, interval, integer),
  forget_webhook_deliveries(timestamptz) to glasnik_app;
`;
