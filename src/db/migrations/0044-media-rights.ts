/** By what right a picture or a video is shown, words to find it by, and what it looks like. */
export const statements = `
alter table media
  add column licence text not null default 'unsaid'
    check (licence in ('unsaid', 'own', 'cc0', 'cc-by', 'cc-by-sa', 'cc-by-nc', 'cc-by-nd', 'bought', 'given')),
  add column author text not null default '',
  add column source text not null default '',
  -- The last day, at the institution.
  add column licensed_until date,
  -- Who is to be seen.
  add column shows text not null default '',
  add column consent text not null default 'none' check (consent in ('none', 'given', 'withdrawn')),
  add column consent_until date,
  add column tags text[] not null default '{}',
  -- A hash of how it looks: pictures that differ in few bits look alike.
  add column look bit(64),
  -- When people were told that a right ends soon; null again when somebody changes it.
  add column end_told_at timestamptz;
grant update (licence, author, source, licensed_until, shows, consent, consent_until, tags, search, end_told_at) on media to glasnik_app;
create index on media (least(licensed_until, consent_until)) where end_told_at is null;
create index on media using gin (tags);

-- Rights that end by a day and of which nobody was told, in all institutions.
create function ending_media_rights(by_day date, batch integer) returns table (institution_id uuid, id uuid)
  language sql stable security definer set search_path = public
  as $$ select m.institution_id, m.id from media m
        where m.end_told_at is null and least(m.licensed_until, m.consent_until) <= by_day
        order by least(m.licensed_until, m.consent_until) limit batch $$;
revoke execute on function ending_media_rights(date, integer) from public;
grant execute on function ending_media_rights(date, integer) to glasnik_app;
`;
