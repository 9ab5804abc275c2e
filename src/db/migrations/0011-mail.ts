/** The outbox: e-mail is written down in the transaction of what it tells of, and sent a moment later. */
export const statements = `
create table mails (
  id uuid primary key,
  institution_id uuid not null references institutions,
  to_address text not null,
  variant text not null,
  template text not null,
  params jsonb not null default '{}',
  lists jsonb not null default '[]',
  link_path text,
  -- The worker signs the link when it sends: the key to somebody's account never lies in a table.
  link_signed boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  lease_until timestamptz,
  reason text,
  said text,
  created_at timestamptz not null,
  queued_at timestamptz not null,
  sent_at timestamptz
);
create index on mails (institution_id, id desc);
create index on mails (next_attempt_at) where state in ('waiting', 'sending');
select wall('mails');

-- Whoever sends asks for all institutions. Due times run on the program's clock, leases on the database's.
create function claim_mails(at timestamptz, lease interval, batch integer) returns setof mails
  language sql security definer set search_path = public as $$
  update mails set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + lease
  where id in (
    select id from mails
    where (state = 'waiting' and next_attempt_at <= at) or (state = 'sending' and lease_until < clock_timestamp())
    order by next_attempt_at, id limit batch for update skip locked)
  returning *
$$;

create function forget_mails(before timestamptz) returns bigint
  language sql security definer set search_path = public as $$
  with gone as (delete from mails where state in ('sent', 'refused', 'failed') and queued_at < before returning 1)
  select count(*) from gone
$$;
revoke execute on function claim_mails(timestamptz, interval, integer), forget_mails(timestamptz) from public;
grant execute on function claim_mails(timestamptz, interval, integer), forget_mails(timestamptz) to glasnik_app;
`;
