/** What posts begin with: sets of hashtags, and templates whose gaps must be filled before review. */
export const statements = `
create table hashtag_sets (
  id uuid primary key,
  institution_id uuid not null references institutions,
  name text not null,
  -- The name, folded: one set of one name.
  key text not null,
  -- By variant, without the sign.
  tags jsonb not null,
  revision integer not null default 1,
  changed_by uuid references people,
  changed_at timestamptz not null,
  unique (institution_id, key)
);
select wall('hashtag_sets', 'select, insert, update, delete');

create table templates (
  id uuid primary key,
  institution_id uuid not null references institutions,
  name text not null,
  key text not null,
  -- As that of a post, without a time.
  content jsonb not null,
  -- Of the posts that begin with it, by the institution's list.
  kind text not null default '',
  revision integer not null default 1,
  changed_by uuid references people,
  changed_at timestamptz not null,
  unique (institution_id, key)
);
select wall('templates', 'select, insert, update, delete');

-- Gaps that the template of a post left to be filled: a text that still has one keeps it from review.
alter table posts add column gaps text[] not null default '{}';
`;
