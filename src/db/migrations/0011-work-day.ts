/** The daily digest of each person, and when they last looked at their day. */
export const statements = `
create table work_days (
  institution_id uuid not null references institutions,
  person_id uuid not null references people on delete cascade,
  digest boolean not null default true,
  -- By the institution's clock.
  digest_at text not null default '07:30' check (digest_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  digested_on date,
  looked_at timestamptz,
  looked_before timestamptz,
  primary key (institution_id, person_id)
);
select wall('work_days');

-- Whose digest is due, over all institutions. Who joined in the afternoon is not sent the morning's, and a Glasnik that
-- was down sends it up to three hours late. Demonstrations write to nobody.
create function due_digests(at timestamptz, batch integer)
  returns table (institution_id uuid, person_id uuid, day date)
  language sql stable security definer set search_path = public as $$
  select m.institution_id, m.person_id, (at at time zone i.time_zone)::date
  from (select distinct institution_id, person_id from memberships where ended_at is null) m
  join institutions i on i.id = m.institution_id and not i.is_demo
  left join work_days w on w.institution_id = m.institution_id and w.person_id = m.person_id
  where coalesce(w.digest, true)
    and coalesce(w.digested_on, '-infinity'::date) < (at at time zone i.time_zone)::date
    and extract(epoch from (at at time zone i.time_zone)::time - coalesce(w.digest_at, '07:30')::time)
      between 0 and 10800
  limit batch
$$;
revoke execute on function due_digests(timestamptz, integer) from public;
grant execute on function due_digests(timestamptz, integer) to glasnik_app;
`;
