/** Passkeys, sign-in by an institution's own directory, a second factor that an institution asks for, keys with scopes. */
export const statements = `
create table passkeys (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  -- Unsigned 32 bits in the protocol, which integer would not hold and bigint would give back as text.
  counter double precision not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index on passkeys (person_id);
grant select, insert, update, delete on passkeys to glasnik_app;

create table sign_in_providers (
  id uuid primary key,
  institution_id uuid not null references institutions,
  kind text not null check (kind in ('oidc', 'saml')),
  name text not null,
  domains text[] not null,
  issuer text not null,
  -- OpenID Connect. The secret is sealed, its owner is this row.
  client_id text,
  client_secret text,
  -- SAML 2.0.
  entry_point text,
  certificates text[] not null default '{}',
  groups_claim text not null,
  role_mapping jsonb not null default '[]',
  vouches boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (institution_id, id),
  check (kind <> 'oidc' or client_id is not null),
  check (kind <> 'saml' or (entry_point is not null and cardinality(certificates) > 0))
);
create index on sign_in_providers using gin (domains);
select wall('sign_in_providers');
-- Before anybody is signed in no institution is known: these two questions may be asked from outside the wall, and tell
-- only what the sign-in page shows.
create function find_sign_in_provider(provider uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select institution_id from sign_in_providers where id = provider $$;
create function sign_in_offers(domain text) returns table (id uuid, name text)
  language sql stable security definer set search_path = public
  as $$ select id, name from sign_in_providers where domains @> array[domain] order by name, id limit 20 $$;
revoke execute on function find_sign_in_provider(uuid), sign_in_offers(text) from public;
grant execute on function find_sign_in_provider(uuid), sign_in_offers(text) to glasnik_app;

create table sign_in_rules (
  institution_id uuid primary key references institutions,
  -- From then on nobody opens the institution without a second factor; null asks for none.
  second_factor_from timestamptz,
  revision integer not null,
  updated_at timestamptz not null
);
select wall('sign_in_rules', 'select, insert, update');

alter table sessions
  -- A second factor or a passkey was used to open it.
  add strong boolean not null default false,
  -- A session that a directory vouched for opens the doors of its institution and no other.
  add provider_id uuid references sign_in_providers on delete cascade;
update sessions set strong = true from people where people.id = sessions.person_id and people.two_factor_enabled;

-- What a session may do to the person's own ways of signing in: asked before an institution is chosen, and about several.
create function sign_in_standing(session uuid) returns table (has_factor boolean, strong boolean, reaches_beyond boolean)
  language sql stable security definer set search_path = public as $$
  select coalesce(person.two_factor_enabled, false) or exists (select 1 from passkeys k where k.person_id = person.id),
    s.strong or coalesce(provider.vouches, false),
    provider.id is not null and exists (select 1 from memberships m where m.person_id = person.id and m.ended_at is null
      and m.institution_id <> provider.institution_id)
  from sessions s join people person on person.id = s.person_id
    left join sign_in_providers provider on provider.id = s.provider_id
  where s.id = session $$;
revoke execute on function sign_in_standing(uuid) from public;
grant execute on function sign_in_standing(uuid) to glasnik_app;

-- One account of a directory is one person.
create unique index on credentials (provider_id, account_id) where provider_id <> 'credential';

-- Roles that follow the groups of a directory; without one they were given by hand. Where the directory goes, they stay.
alter table memberships
  add provider_id uuid,
  add foreign key (institution_id, provider_id) references sign_in_providers (institution_id, id)
    on delete set null (provider_id);
`;
