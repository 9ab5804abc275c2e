/**
 * After an outage: posts that are older than an institution lets go out unasked are held like those that a pause has left,
 * and what is late but may go out leaves an account one by one (docs/adr/0032).
 */
export const statements = `
-- Hours after its time from which a post asks a person before it goes out; 0: whatever is late, null: never.
alter table institutions add ask_late_after_hours smallint default 6 check (ask_late_after_hours between 0 and 168);

-- An outage is a pause that nobody asked for: it is written down when the first post is found that it has made too late.
alter table pauses add cause text not null default 'person' check (cause in ('person', 'outage'));

-- When the next late post of an account may leave; one row for an account that ever had one.
create table late_turns (
  account_id uuid primary key,
  institution_id uuid not null,
  next_at timestamptz not null,
  foreign key (institution_id, account_id) references accounts (institution_id, id)
);
select wall('late_turns', 'select, insert, update');

-- Holds a delivery of the transaction's institution for a person. Those of one outage are one question: answered with true
-- where this is the first of it. The caller has the delivery's row.
create function hold_late(delivery uuid, at timestamptz, fresh uuid) returns boolean language plpgsql as $$
declare
  house uuid := current_institution();
  asked uuid;
begin
  perform pg_advisory_xact_lock(hashtext('glasnik outage ' || house));
  select p.id into asked from pauses p
  where p.institution_id = house and p.cause = 'outage' and p.started_at > at - interval '12 hours'
    and exists (select 1 from deliveries d where d.held_by = p.id and d.institution_id = house
      and d.state in ('scheduled', 'retrying', 'publishing', 'blocked'))
  order by p.started_at desc limit 1;
  if asked is null then
    insert into pauses (id, institution_id, reason, started_at, ended_at, cause)
    values (fresh, house, '', at, at, 'outage');
  end if;
  update deliveries set held_by = coalesce(asked, fresh), let_through_at = null where id = delivery;
  return asked is null;
end $$;
`;
