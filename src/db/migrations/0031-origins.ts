/** What a post was made from: another post that it is a copy of, or the first of a series that it repeats. */
export const statements = `
alter table posts
  add column origin_kind text check (origin_kind in ('copy', 'repeat')),
  -- A copy can come from another institution, in which whoever made it may read.
  add column origin_institution_id uuid,
  add column origin_post_id uuid,
  add foreign key (origin_institution_id, origin_post_id) references posts (institution_id, id),
  add check (num_nulls(origin_kind, origin_institution_id, origin_post_id) in (0, 3)),
  add check (origin_kind <> 'repeat' or origin_institution_id = institution_id);
create index posts_by_origin on posts (origin_post_id) where origin_post_id is not null;
`;
