/** Writing: rules, glossary, decisions about words, links that were looked at, machine help, captions, read pictures. */
export const statements = `
create table writing_settings (
  institution_id uuid primary key references institutions,
  levels jsonb not null default '{}',
  machine_help boolean not null default false,
  revision integer not null
);
select wall('writing_settings', 'select, insert, update');

-- What the institution decided about words, and what is proposed to it. Those that rule transliteration are also in
-- institutions.glossary, where everything that transliterates has them at hand.
create table glossary_entries (
  id uuid primary key,
  institution_id uuid not null references institutions,
  kind text not null check (kind in ('lock', 'fixed', 'stem', 'term')),
  entry jsonb not null,
  -- One entry for one thing: kind and words, folded.
  key text not null,
  search text not null,
  note text not null,
  state text not null check (state in ('proposed', 'accepted', 'declined')),
  proposed_by uuid references people,
  proposed_at timestamptz not null,
  decided_by uuid references people,
  decided_at timestamptz,
  unique (institution_id, id)
);
create unique index glossary_entries_once on glossary_entries (institution_id, key) where state <> 'declined';
create index glossary_entries_by_words on glossary_entries (institution_id, search, id);
select wall('glossary_entries');

insert into glossary_entries (id, institution_id, kind, entry, key, search, note, state, proposed_at, decided_at)
select gen_random_uuid(), i.id, e ->> 'kind', e,
  (e ->> 'kind') || ' ' || lower(coalesce(e ->> 'word', e ->> 'latin', e ->> 'stem')),
  lower(coalesce(e ->> 'word', e ->> 'latin', e ->> 'stem')), '', 'accepted', i.updated_at, i.updated_at
from institutions i, jsonb_array_elements(i.glossary) e
on conflict do nothing;

create table word_decisions (
  institution_id uuid not null references institutions,
  -- The entry of the dictionary or glossary, and the language it is decided for.
  key text not null,
  decision text not null check (decision in ('always', 'never')),
  decided_by uuid references people,
  decided_at timestamptz not null,
  primary key (institution_id, key)
);
select wall('word_decisions');

-- Links as the server last saw them: asked once, kept, asked again when they are old.
create table link_looks (
  institution_id uuid not null references institutions,
  url text not null,
  state text not null check (state in ('answers', 'dead', 'unsure')),
  status integer,
  card jsonb,
  picture bytea,
  looked_at timestamptz not null,
  primary key (institution_id, url)
);
select wall('link_looks');

-- What was sent to a machine, what came back, and what the person made of it.
create table machine_suggestions (
  id uuid primary key,
  institution_id uuid not null references institutions,
  person_id uuid references people,
  task text not null,
  variant text not null,
  host text not null,
  model text not null,
  sent text not null,
  answer text not null,
  outcome text not null check (outcome in ('offered', 'taken', 'left')),
  asked_at timestamptz not null,
  settled_at timestamptz,
  unique (institution_id, id)
);
create index on machine_suggestions (institution_id, asked_at);
select wall('machine_suggestions', 'select, insert, update');

alter table media add column kind text not null default 'image' check (kind in ('image', 'video'));
alter table media add column duration_ms integer;
alter table media add column has_poster boolean not null default true;
-- Words that a machine has read in the picture; null until it has looked.
alter table media add column read_text text;
grant update (read_text, has_poster) on media to glasnik_app;

create table media_captions (
  institution_id uuid not null references institutions,
  media_id uuid not null,
  variant text not null,
  vtt text not null,
  cues integer not null,
  file_name text not null,
  uploaded_by uuid references people,
  uploaded_at timestamptz not null,
  primary key (media_id, variant),
  foreign key (institution_id, media_id) references media (institution_id, id)
);
select wall('media_captions');

-- Pictures that nobody has read yet, in all institutions: the worker asks from outside the wall.
create function unread_pictures(batch integer)
  returns table (institution_id uuid, id uuid) language sql stable security definer set search_path = public
  as $$ select institution_id, id from media where kind = 'image' and read_text is null
        order by uploaded_at desc limit batch $$;
create index media_unread on media (uploaded_at) where kind = 'image' and read_text is null;
revoke execute on function unread_pictures(integer) from public;
grant execute on function unread_pictures(integer) to glasnik_app;
`;
