/** People who were asked to work here and have not said yes yet. */
export const statements = `
create table invitations (
  id uuid primary key,
  institution_id uuid not null references institutions,
  name text not null,
  email text not null,
  variant text not null,
  roles text[] not null,
  limits jsonb not null default '{}',
  -- Counts up when it is sent again, and stands in the link: an older link opens nothing.
  serial integer not null default 1,
  mailed boolean not null,
  invited_by uuid references people,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references people,
  withdrawn_at timestamptz
);
create unique index invitations_open on invitations (institution_id, email)
  where accepted_at is null and withdrawn_at is null;
create index on invitations (institution_id, id desc);
select wall('invitations');

-- Whoever opens the link is nobody yet: the one thing that may be asked from outside is behind which wall it lies.
create function institution_of_invitation(wanted uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select institution_id from invitations where id = wanted $$;
revoke execute on function institution_of_invitation(uuid) from public;
grant execute on function institution_of_invitation(uuid) to glasnik_app;
`;
