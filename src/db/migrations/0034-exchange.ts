/** Tables of the plan that were taken in, so that the same one is not taken in twice. */
export const statements = `
create table plan_imports (
  id uuid primary key,
  institution_id uuid not null references institutions,
  -- SHA-256 over what the rows say, however the file was saved.
  fingerprint text not null,
  file_name text not null,
  made integer not null,
  changed integer not null,
  imported_by uuid references people,
  imported_at timestamptz not null,
  unique (institution_id, fingerprint)
);
select wall('plan_imports');
`;
