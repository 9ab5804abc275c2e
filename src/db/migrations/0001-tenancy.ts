/** Who is asking, and the wall around the rows of an institution. */
export const statements = `
create extension if not exists pg_trgm;

grant usage on schema public to glasnik_app;

-- Both read what db/database.ts sets for the length of a transaction; null where nothing is set.
create function current_institution() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('glasnik.institution', true), '')::uuid $$;
create function current_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('glasnik.person', true), '')::uuid $$;

-- Puts a table behind the wall: the app sees and writes only rows of the institution of its transaction.
create function wall(target regclass, rights text default 'select, insert, update, delete') returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy tenant on %s using (institution_id = (select current_institution()))
                  with check (institution_id = (select current_institution()))', target);
  execute format('grant %s on %s to glasnik_app', rights, target);
end $$;

-- For tables whose rows are never changed again, not even by their owner.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
`;
