/** Of which late steps their holders were told. */
export const statements = `
alter table post_deadlines
  -- When the holder was told that the step is late; null again when somebody plans it anew.
  add column late_told_at timestamptz;

-- Steps that somebody holds and of which nobody was told that they are late, in all institutions. Whether they are is
-- counted back by the institution's working days, in the program.
create function steps_to_watch(before timestamptz, batch integer)
  returns table (institution_id uuid, post_ids uuid[])
  language sql stable security definer set search_path = public
  as $$ select steps.institution_id, array_agg(distinct steps.post_id) from (
          select d.institution_id, d.post_id from post_deadlines d join posts p on p.id = d.post_id
          where d.person_id is not null and d.done_at is null and d.needed and d.late_told_at is null
            and p.state in ('draft', 'sent-back', 'in-review', 'approved', 'scheduled') and p.due_at < before
          order by p.due_at limit batch) steps
        group by steps.institution_id $$;
revoke execute on function steps_to_watch(timestamptz, integer) from public;
grant execute on function steps_to_watch(timestamptz, integer) to glasnik_app;
`;
