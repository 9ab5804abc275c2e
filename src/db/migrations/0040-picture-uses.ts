/** Where a picture is used, found by its index and not by reading every version of every post. */
export const statements = `
-- The restricted role may not look into the index for what its rows contain: the operator is not leakproof, so the wall
-- is asked first, row by row. A function of the owner looks, and answers for one institution.
create function posts_showing(media_id uuid) returns table (post_id uuid, now boolean)
  language sql stable security definer set search_path = public
  as $$
    select v.post_id, bool_or(v.no = p.version) from post_versions v join posts p on p.id = v.post_id
    where v.institution_id = current_institution()
      and v.content -> 'images' @> jsonb_build_array(jsonb_build_object('mediaId', media_id))
    group by v.post_id
  $$;
revoke execute on function posts_showing(uuid) from public;
grant execute on function posts_showing(uuid) to glasnik_app;
`;
