/** Connecting on the network's own page: what is remembered while a person is away there. */
export const statements = `
create table connections (
  id uuid primary key,
  institution_id uuid not null references institutions,
  person_id uuid not null references people,
  network text not null,
  variant text not null,
  -- The account that is connected again; null for a new one.
  again_id uuid,
  state_hash text not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'choosing', 'connected', 'failed')),
  -- What the person typed, the PKCE verifier and what the connector keeps; then the accounts to choose from.
  sealed text not null,
  reason jsonb,
  account_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (institution_id, again_id) references accounts (institution_id, id),
  foreign key (institution_id, account_id) references accounts (institution_id, id)
);
create index on connections (institution_id, expires_at);
select wall('connections');
`;
