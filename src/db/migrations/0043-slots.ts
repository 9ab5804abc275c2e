/** Weekly times at which an account publishes, and slots that somebody has taken and not saved yet. */
export const statements = `
create table slot_timetables (
  institution_id uuid not null references institutions,
  account_id uuid not null,
  -- [{"weekday": 1, "time": "08:30"}], on the institution's clock; 1 is Monday.
  slots jsonb not null,
  skip_days_off boolean not null,
  revision integer not null,
  changed_by uuid references people,
  changed_at timestamptz not null,
  primary key (institution_id, account_id),
  foreign key (institution_id, account_id) references accounts (institution_id, id)
);
select wall('slot_timetables', 'select, insert, update');

-- From the press of "next free slot" until the post is saved with its time the slot is nobody else's.
create table slot_holds (
  id uuid primary key,
  institution_id uuid not null references institutions,
  -- Of a composer or program: who takes another slot lets the first one go.
  holder uuid not null,
  person_id uuid references people,
  account_ids uuid[] not null,
  due_at timestamptz not null,
  ends_at timestamptz not null
);
create index on slot_holds (institution_id, due_at);
select wall('slot_holds', 'select, insert, delete');
`;
