/** Two who say by what right a picture is shown do not undo each other; and people hear of every end of a right. */
export const statements = `
alter table media
  add column revision integer not null default 1,
  -- People were told of the ends up to this day; null again when somebody changes them.
  add column end_told_on date,
  drop column end_told_at;
update media set consent_until = null where consent <> 'given';
alter table media add check (consent = 'given' or consent_until is null);
grant update (revision, end_told_on) on media to glasnik_app;
create index on media (licensed_until) where licensed_until is not null;
create index on media (consent_until) where consent_until is not null;

drop function ending_media_rights(date, integer);
-- Rights that end from one day to another, and of which nobody was told, in all institutions.
create function ending_media_rights(from_day date, by_day date, batch integer) returns table (institution_id uuid, id uuid)
  language sql stable security definer set search_path = public
  as $$ select m.institution_id, m.id from media m
        where exists (select from (values (m.licensed_until), (m.consent_until)) as ends (on_day)
          where on_day between from_day and by_day and on_day > coalesce(m.end_told_on, '-infinity'))
        order by m.id limit batch $$;
revoke execute on function ending_media_rights(date, date, integer) from public;
grant execute on function ending_media_rights(date, date, integer) to glasnik_app;
`;
