/**
 * The still picture of a video lies under its own hash: the same video of two institutions has two, and what came after an
 * approval was not approved. Null where it lies under the video's hash, as it did before.
 */
export const statements = `
alter table media
  add column poster_sha256 text check (poster_sha256 ~ '^[0-9a-f]{64}$'),
  add column poster_at timestamptz;
grant update (poster_sha256, poster_at) on media to glasnik_app;
`;
