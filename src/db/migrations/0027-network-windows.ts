/**
 * Windows that a network told of: from when on it takes anything from an account again. Whatever of the account would
 * begin before is moved to that time as it is written, so that no worker ever takes it too early, and it says why.
 */
export const statements = `
create table network_windows (
  account_id uuid primary key,
  institution_id uuid not null,
  opens_at timestamptz not null,
  reason jsonb not null,
  foreign key (institution_id, account_id) references accounts (institution_id, id)
);
select wall('network_windows', 'select, insert, update');

-- Security definer because workers write to deliveries in functions that have no institution.
create function heed_window() returns trigger language plpgsql security definer set search_path = public as $$
declare
  closed record;
begin
  select w.opens_at, w.reason into closed from network_windows w
    where w.account_id = new.account_id and w.opens_at > new.next_attempt_at;
  if found then
    new.next_attempt_at := closed.opens_at;
    new.reason := closed.reason;
  end if;
  return new;
end $$;

create trigger heed_window before insert or update of next_attempt_at on deliveries
  for each row when (new.state in ('scheduled', 'retrying')) execute function heed_window();
`;
