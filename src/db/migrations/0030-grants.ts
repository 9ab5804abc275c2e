/** When sessions are renewed ahead of their end, and of which ends somebody was warned. */
export const statements = `
alter table accounts
  -- When the session is renewed by itself; null where it needs no renewal.
  add column renew_at timestamptz,
  add column renew_tries integer not null default 0,
  -- From then on nothing renews the session, and a person must connect again; null where nobody knows of an end.
  add column grant_ends_at timestamptz,
  -- The days before that end of which people were told last.
  add column grant_warned integer;
create index on accounts (renew_at) where state = 'connected' and renew_at is not null;
create index on accounts (grant_ends_at) where state = 'connected' and grant_ends_at is not null;

-- Renewals that are due, in all institutions. Each is put off by the length of a try, so that it is in one hand, and
-- comes again where that hand was killed.
create function claim_renewals(now timestamptz, hold_ms integer, batch integer)
  returns table (institution_id uuid, id uuid)
  language sql security definer set search_path = public
  as $$ update accounts set renew_at = now + make_interval(secs => hold_ms / 1000.0)
        where accounts.id in (
          select due.id from accounts due where due.state = 'connected' and due.renew_at <= now
          order by due.renew_at limit batch for update skip locked)
        returning accounts.institution_id, accounts.id $$;
revoke execute on function claim_renewals(timestamptz, integer, integer) from public;
grant execute on function claim_renewals(timestamptz, integer, integer) to glasnik_app;

-- Accounts whose access ends soon and of which nobody was told yet, or has ended, in all institutions.
create function ending_grants(now timestamptz, days integer[], batch integer)
  returns table (institution_id uuid, id uuid)
  language sql stable security definer set search_path = public
  as $$ select institution_id, id from accounts
        where state = 'connected' and grant_ends_at is not null
          and (grant_ends_at <= now or exists (
            select from unnest(days) as due(day)
            where grant_ends_at <= now + make_interval(days => due.day) and coalesce(grant_warned > due.day, true)))
        order by grant_ends_at limit batch $$;
revoke execute on function ending_grants(timestamptz, integer[], integer) from public;
grant execute on function ending_grants(timestamptz, integer[], integer) to glasnik_app;
`;
