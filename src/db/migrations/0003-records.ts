/**
 * The record of acts. An act is written in the transaction of what it tells of; the chain over the acts is made a
 * moment later by one sealer, so that no act waits for another (docs/adr/0006).
 */
export const statements = `
create table acts (
  id uuid primary key,
  institution_id uuid references institutions,
  person_id uuid,
  via text not null,
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  version integer,
  detail jsonb not null,
  request_id text not null,
  at timestamptz not null,
  hash bytea not null
);
create index on acts (institution_id, id desc);
create index on acts (institution_id, subject_type, subject_id, id);
create index on acts (request_id);
alter table acts enable row level security;
create policy tenant on acts using (institution_id is not distinct from (select current_institution()))
  with check (institution_id is not distinct from (select current_institution()));
grant select, insert on acts to glasnik_app;
create trigger acts_stay before update or delete on acts for each row execute function refuse_change();
create trigger acts_stay_all before truncate on acts execute function refuse_change();

-- One chain for each institution, and one (the nil UUID) for acts of the house itself.
create table act_links (
  institution_id uuid not null,
  no bigint not null,
  act_id uuid not null unique,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (institution_id, no)
);
select wall('act_links', 'select');
create trigger act_links_stay before update or delete on act_links for each row execute function refuse_change();
create trigger act_links_stay_all before truncate on act_links execute function refuse_change();

create table unlinked_acts (act_id uuid primary key, institution_id uuid not null);
select wall('unlinked_acts', 'select');
create function note_unlinked_act() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into unlinked_acts
  select id, coalesce(institution_id, '00000000-0000-0000-0000-000000000000') from added;
  return null;
end $$;
create trigger acts_unlinked after insert on acts referencing new table as added
  for each statement execute function note_unlinked_act();

-- Links up to so many acts and says how many. One at a time: a second caller gets 0. Who listens hears of the
-- institutions concerned: from here, once a batch, because a NOTIFY in each act's own transaction would make all
-- commits wait for one another.
create function link_acts(batch integer) returns integer
language plpgsql security definer set search_path = public as $$
declare
  act record;
  last_no bigint;
  last_hash bytea;
  link_hash bytea;
  chain uuid;
  told uuid;
  linked integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('glasnik link_acts')) then return 0; end if;
  for act in
    with taken as (
      delete from unlinked_acts where act_id in
        (select act_id from unlinked_acts order by institution_id, act_id limit batch)
      returning act_id, institution_id
    )
    select taken.act_id, taken.institution_id, acts.hash
    from taken join acts on acts.id = taken.act_id order by taken.institution_id, taken.act_id
  loop
    if chain is distinct from act.institution_id then
      chain := act.institution_id;
      select no, hash into last_no, last_hash from act_links where institution_id = chain order by no desc limit 1;
      if not found then last_no := 0; last_hash := '\\x'; end if;
    end if;
    link_hash := sha256(last_hash || act.hash);
    insert into act_links values (chain, last_no + 1, act.act_id, last_hash, link_hash);
    last_no := last_no + 1;
    last_hash := link_hash;
    linked := linked + 1;
    if chain is distinct from told then
      perform pg_notify('glasnik_events', chain::text);
      told := chain;
    end if;
  end loop;
  return linked;
end $$;
revoke execute on function link_acts(integer) from public;
grant execute on function link_acts(integer) to glasnik_app;
`;
