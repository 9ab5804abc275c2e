/** Keys that may do a part of what their role may, and keys that end by themselves. */
export const statements = `
alter table api_keys
  -- Null is everything that the role may.
  add column scopes text[] check (cardinality(scopes) > 0),
  add column ends_at timestamptz;
-- It answers more than before, and that cannot be changed in place.
drop function find_api_key(text);
-- Before the key is known no institution is: this question is asked from outside the wall, by the hash of the secret.
create function find_api_key(key_hash text)
  returns table (
    id uuid, institution_id uuid, role text, name text, scopes text[], ends_at timestamptz, last_used_at timestamptz
  )
  language sql stable security definer set search_path = public
  as $$ select id, institution_id, role, name, scopes, ends_at, last_used_at
    from api_keys where hash = key_hash and revoked_at is null $$;
revoke execute on function find_api_key(text) from public;
grant execute on function find_api_key(text) to glasnik_app;
`;
