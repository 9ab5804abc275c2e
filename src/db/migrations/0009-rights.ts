/** Finer rights: more roles, roles limited to accounts, signatures lent for a time, owners of accounts, advice on a post. */
export const statements = `
alter table memberships drop constraint memberships_role_check, add check (role in ('administrator', 'head', 'editor',
  'translator', 'responder', 'adviser', 'analyst', 'auditor'));
alter table api_keys drop constraint api_keys_role_check, add check (role in ('administrator', 'head', 'editor',
  'translator', 'responder', 'adviser', 'analyst', 'auditor'));
alter table memberships add unique (institution_id, id);

-- A role with no row here holds for all accounts of the institution.
create table membership_accounts (
  membership_id uuid not null,
  institution_id uuid not null,
  account_id uuid not null,
  primary key (membership_id, account_id),
  foreign key (institution_id, membership_id) references memberships (institution_id, id) on delete cascade,
  foreign key (institution_id, account_id) references accounts (institution_id, id)
);
create index on membership_accounts (institution_id, account_id);
select wall('membership_accounts', 'select, insert, delete');

-- "The delegate signs for the principal from … to …".
create table delegations (
  id uuid primary key,
  institution_id uuid not null references institutions,
  principal_id uuid not null references people,
  delegate_id uuid not null references people,
  reason text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_by uuid references people,
  created_at timestamptz not null,
  -- Ended before its time.
  ended_at timestamptz,
  check (principal_id <> delegate_id),
  check (ends_at > starts_at)
);
create index on delegations (institution_id, ends_at desc, id desc);
create index on delegations (delegate_id, ends_at);
select wall('delegations', 'select, insert, update');

-- Every right of a person, before an institution is chosen: of their own (no principal), and of those whose signature
-- they have at this time. Behind the wall the roles of a principal would not be seen; asked only about oneself.
create function grants_of_me(at timestamptz)
  returns table (institution_id uuid, principal_id uuid, role text, account_ids uuid[])
  language sql stable security definer set search_path = public as $$
  select m.institution_id, holder.principal_id, m.role,
    (select array_agg(a.account_id order by a.account_id) from membership_accounts a where a.membership_id = m.id)
  from (
    select null::uuid as institution_id, current_person() as person_id, null::uuid as principal_id
    union
    select d.institution_id, d.principal_id, d.principal_id from delegations d
    where d.delegate_id = current_person() and d.ended_at is null and d.starts_at <= at and d.ends_at > at
  ) holder
  join memberships m on m.person_id = holder.person_id and m.ended_at is null
    and (holder.institution_id is null or m.institution_id = holder.institution_id)
  -- Who has left the institution signs for nobody there.
  where holder.principal_id is null or exists (select 1 from memberships own where own.person_id = current_person()
    and own.institution_id = m.institution_id and own.ended_at is null)
  order by 1, 2, 3 $$;
revoke execute on function grants_of_me(timestamptz) from public;
grant execute on function grants_of_me(timestamptz) to glasnik_app;

alter table approvals add approved_for uuid references people;

alter table accounts
  add owner_id uuid references people,
  add second_owner_id uuid references people,
  add check (owner_id <> second_owner_id);

-- A post put before somebody who sees nothing else, with the one thing that is asked of them.
create table consultations (
  id uuid primary key,
  institution_id uuid not null references institutions,
  post_id uuid not null,
  person_id uuid not null references people,
  question text not null,
  answer_by timestamptz,
  asked_by uuid references people,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  -- Taken back: the post is out of their sight from then on.
  ended_at timestamptz,
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on consultations (post_id, asked_at);
create index consultations_open on consultations (institution_id, person_id, answer_by) where ended_at is null;
select wall('consultations', 'select, insert, update');
`;
