/** What the API edge remembers of a write, so that a caller may send it again. */
export const statements = `
create table idempotency_keys (
  key text not null,
  institution_id uuid,
  caller text not null,
  request_hash text not null,
  -- Acts of the record carry it: that is how a request whose answer was lost is known to have been done.
  request_id text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (caller, key)
);
create index on idempotency_keys (created_at);
alter table idempotency_keys enable row level security;
create policy tenant on idempotency_keys using (institution_id is not distinct from (select current_institution()))
  with check (institution_id is not distinct from (select current_institution()));
grant select, insert, update, delete on idempotency_keys to glasnik_app;

create function request_was_done(asked text) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select 1 from acts where request_id = asked) $$;
revoke execute on function request_was_done(text) from public;
grant execute on function request_was_done(text) to glasnik_app;

create function forget_idempotency_keys(before timestamptz) returns bigint
  language sql security definer set search_path = public
  as $$ with gone as (delete from idempotency_keys where created_at < before returning 1) select count(*) from gone $$;
revoke execute on function forget_idempotency_keys(timestamptz) from public;
grant execute on function forget_idempotency_keys(timestamptz) to glasnik_app;
`;
