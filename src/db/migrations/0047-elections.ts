/** Election periods: what they list, what they hold, and the review that adds a second approval (docs/adr/0035). */
export const statements = `
create table election_periods (
  id uuid primary key,
  -- Null: all institutions.
  institution_id uuid references institutions,
  name text not null,
  level text not null check (level in ('state', 'entity', 'canton', 'municipality', 'brcko')),
  starts_at timestamptz not null,
  silence_at timestamptz not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- Midnight after its last day.
  ends_at timestamptz not null,
  declared_by uuid references people,
  declared_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_by uuid references people,
  withdrawn_at timestamptz,
  revision integer not null,
  check (starts_at <= silence_at and silence_at <= opens_at and opens_at < closes_at and closes_at <= ends_at)
);
create index on election_periods (ends_at) where withdrawn_at is null;
alter table election_periods enable row level security;
create policy seen on election_periods for select
  using (institution_id is null or institution_id = (select current_institution()));
create policy declared on election_periods for insert
  with check (case when institution_id is null then is_coordinator() else institution_id = (select current_institution()) end);
create policy changed on election_periods for update
  using (case when institution_id is null then is_coordinator() else institution_id = (select current_institution()) end);
grant select, insert, update on election_periods to glasnik_app;

-- Persons and marks of a period; an institution adds its own to a period of all.
create table election_entries (
  id uuid primary key,
  institution_id uuid references institutions,
  period_id uuid not null references election_periods,
  kind text not null check (kind in ('person', 'mark')),
  name text not null,
  -- Candidate of whom, for what.
  why text not null,
  short_form text not null default '',
  slogans text[] not null default '{}',
  hashtags text[] not null default '{}',
  -- Whether the family name alone is enough; false where many have it.
  family_alone boolean not null default true,
  added_by uuid references people,
  added_at timestamptz not null,
  removed_by uuid references people,
  removed_at timestamptz,
  changed_at timestamptz not null
);
create index on election_entries (period_id);
alter table election_entries enable row level security;
create policy seen on election_entries for select
  using (institution_id is null or institution_id = (select current_institution()));
-- The period has to be one that the writer sees; a foreign key alone looks past the wall.
create policy added on election_entries for insert
  with check (case when institution_id is null then is_coordinator() else institution_id = (select current_institution()) end
    and exists (select from election_periods p where p.id = period_id));
create policy changed on election_entries for update
  using (case when institution_id is null then is_coordinator() else institution_id = (select current_institution()) end);
grant select, insert, update on election_entries to glasnik_app;

-- Which entry was found in which post, once.
create table election_findings (
  institution_id uuid not null references institutions,
  period_id uuid not null references election_periods,
  post_id uuid not null,
  entry_id uuid not null references election_entries,
  version integer not null,
  found text not null,
  found_at timestamptz not null,
  primary key (institution_id, period_id, post_id, entry_id),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on election_findings (post_id);
select wall('election_findings', 'select, insert');

create table election_exceptions (
  id uuid primary key,
  institution_id uuid not null references institutions,
  period_id uuid not null references election_periods,
  post_id uuid not null,
  entry_id uuid not null references election_entries,
  reason text not null,
  made_by uuid references people,
  made_at timestamptz not null,
  ended_by uuid references people,
  ended_at timestamptz,
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create unique index election_exceptions_standing on election_exceptions (institution_id, post_id, entry_id) where ended_at is null;
create index on election_exceptions (institution_id, period_id);
select wall('election_exceptions', 'select, insert, update');

-- What a period holds, and who let it go. A changed post is another version, and asks again.
create table election_holds (
  institution_id uuid not null references institutions,
  period_id uuid not null references election_periods,
  post_id uuid not null,
  version integer not null,
  cause text not null check (cause in ('repeat', 'silence')),
  held_at timestamptz not null,
  let_by uuid references people,
  let_at timestamptz,
  primary key (institution_id, period_id, post_id, version, cause),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on election_holds (post_id);
select wall('election_holds', 'select, insert, update, delete');

-- What holds the deliveries of a period in an institution is a pause that is over, as for an outage.
alter table pauses drop constraint pauses_cause_check;
alter table pauses add constraint pauses_cause_check check (cause in ('person', 'outage', 'election')),
  add column period_id uuid references election_periods;
create unique index pauses_of_period on pauses (institution_id, period_id) where period_id is not null;

-- A review that adds a second approval to an earlier one of the same seal.
alter table reviews add column follows uuid,
  add foreign key (institution_id, follows) references reviews (institution_id, id);

-- Institutions over which a period stands or is to come, and those where one that was withdrawn still holds something.
create function institutions_in_election(at timestamptz) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select i.id from institutions i where exists (
      select from election_periods p where p.withdrawn_at is null and p.ends_at > at
        and (p.institution_id is null or p.institution_id = i.id))
    or exists (
      select from pauses h join election_periods p on p.id = h.period_id where h.institution_id = i.id and p.withdrawn_at is not null
        and exists (select from deliveries d where d.held_by = h.id and d.state in ('scheduled', 'retrying', 'publishing', 'blocked')))
$$;
revoke execute on function institutions_in_election(timestamptz) from public;
grant execute on function institutions_in_election(timestamptz) to glasnik_app;
`;
