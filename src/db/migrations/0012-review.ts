/** Paths of review by kind of post, what each step answered, remarks on a place, links for approvers without an account. */
export const statements = `
-- What a post is (news, decision …) chooses its path; the institution's registry number finds it again. Neither is
-- under the seal: a reader sees neither.
alter table posts add column kind text not null default '';
alter table posts add column reference text not null default '';

-- An approval by somebody without an account carries their name, since there is no person to point at.
alter table approvals add column approved_name text;

-- One row where an institution has changed anything; none means the house rules: six kinds, the head approves.
create table review_settings (
  institution_id uuid primary key references institutions,
  kinds jsonb not null,
  paths jsonb not null,
  default_path_id uuid,
  revision integer not null,
  updated_at timestamptz not null
);
select wall('review_settings', 'select, insert, update');

create table outside_approvers (
  id uuid primary key,
  institution_id uuid not null references institutions,
  name text not null,
  email text not null,
  language text not null,
  created_by uuid references people,
  created_at timestamptz not null,
  archived_at timestamptz,
  unique (institution_id, id)
);
select wall('outside_approvers', 'select, insert, update');

-- One passage of one version through its path. The path is kept as it was then.
create table reviews (
  id uuid primary key,
  institution_id uuid not null references institutions,
  post_id uuid not null,
  version integer not null,
  seal text not null,
  path jsonb not null,
  step integer not null,
  arrived_at timestamptz not null,
  deadline_at timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  late_told_at timestamptz,
  urgent text,
  started_by uuid references people,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('approved', 'sent-back', 'overtaken', 'expired', 'withdrawn')),
  unique (institution_id, id),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create unique index reviews_open on reviews (post_id) where ended_at is null;
create index reviews_of_post on reviews (post_id, started_at desc);
create index reviews_urgent on reviews (institution_id, started_at) where urgent is not null;
create index reviews_to_remind on reviews (remind_at) where ended_at is null and reminded_at is null;
create index reviews_late on reviews (deadline_at) where ended_at is null and late_told_at is null;
select wall('reviews', 'select, insert, update');

-- Who is asked in the step that a review stands at. An open seat is what waits for somebody.
create table review_seats (
  id uuid primary key,
  institution_id uuid not null references institutions,
  review_id uuid not null,
  step integer not null,
  role text,
  person_id uuid references people,
  outside_id uuid,
  deputy boolean not null,
  closed_at timestamptz,
  foreign key (institution_id, review_id) references reviews (institution_id, id),
  foreign key (institution_id, outside_id) references outside_approvers (institution_id, id)
);
create index on review_seats (review_id, step);
create index review_seats_open on review_seats (institution_id, person_id, role) where closed_at is null;
select wall('review_seats', 'select, insert, update');

create table review_answers (
  id uuid primary key,
  institution_id uuid not null references institutions,
  review_id uuid not null,
  post_id uuid not null,
  step integer not null,
  answer text not null check (answer in ('done', 'approved', 'approved-with-condition', 'sent-back')),
  text text not null,
  version integer not null,
  seal text not null,
  person_id uuid references people,
  for_person_id uuid references people,
  -- Of somebody without an account, as they were called when they answered.
  name text,
  email text,
  at timestamptz not null,
  unique (institution_id, id),
  foreign key (institution_id, review_id) references reviews (institution_id, id),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on review_answers (post_id, at);
select wall('review_answers', 'select, insert');
create trigger review_answers_stay before update or delete on review_answers
  for each row execute function refuse_change();

create table review_conditions (
  id uuid primary key,
  institution_id uuid not null references institutions,
  review_id uuid not null,
  post_id uuid not null,
  answer_id uuid not null,
  text text not null,
  met_at timestamptz,
  met_by uuid references people,
  foreign key (institution_id, review_id) references reviews (institution_id, id),
  foreign key (institution_id, answer_id) references review_answers (institution_id, id),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on review_conditions (post_id);
select wall('review_conditions', 'select, insert, update');

create table approval_links (
  id uuid primary key,
  institution_id uuid not null references institutions,
  review_id uuid not null,
  post_id uuid not null,
  step integer not null,
  outside_id uuid not null,
  version integer not null,
  seal text not null,
  expires_at timestamptz not null,
  created_by uuid references people,
  created_at timestamptz not null,
  opened_at timestamptz,
  used_at timestamptz,
  ended_at timestamptz,
  foreign key (institution_id, review_id) references reviews (institution_id, id),
  foreign key (institution_id, post_id) references posts (institution_id, id),
  foreign key (institution_id, outside_id) references outside_approvers (institution_id, id)
);
create index on approval_links (review_id);
select wall('approval_links', 'select, insert, update');

-- Whom a step of a review has asked who sees nothing else of the house (advisers): they see this post from then on.
create table post_readers (
  post_id uuid not null,
  institution_id uuid not null references institutions,
  person_id uuid not null references people,
  since timestamptz not null,
  primary key (post_id, person_id),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on post_readers (institution_id, person_id);
select wall('post_readers', 'select, insert');

-- Which version somebody has looked at, and the other one that they had looked at before.
create table review_views (
  institution_id uuid not null references institutions,
  post_id uuid not null,
  person_id uuid not null references people,
  version integer not null,
  before_version integer,
  at timestamptz not null,
  primary key (post_id, person_id),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
select wall('review_views', 'select, insert, update');

create table remark_threads (
  id uuid primary key,
  institution_id uuid not null references institutions,
  post_id uuid not null,
  -- The version on which the place was marked.
  version integer not null,
  anchor jsonb not null,
  created_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid references people,
  unique (institution_id, id),
  foreign key (institution_id, post_id) references posts (institution_id, id)
);
create index on remark_threads (post_id, created_at);
select wall('remark_threads', 'select, insert, update');

create table remarks (
  id uuid primary key,
  institution_id uuid not null references institutions,
  thread_id uuid not null,
  text text not null,
  mentions jsonb not null,
  person_id uuid references people,
  at timestamptz not null,
  foreign key (institution_id, thread_id) references remark_threads (institution_id, id)
);
create index on remarks (thread_id, at);
select wall('remarks', 'select, insert');

-- A link comes from outside the wall: its signature has been proved before this is asked.
create function find_approval_link(wanted uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select institution_id from approval_links where id = wanted $$;
revoke execute on function find_approval_link(uuid) from public;
grant execute on function find_approval_link(uuid) to glasnik_app;

-- Reviews of which somebody is to be reminded, or told that they are late, in all institutions.
create function due_reviews(now timestamptz, batch integer) returns table (institution_id uuid, id uuid)
  language sql stable security definer set search_path = public
  as $$ select institution_id, id from reviews
        where ended_at is null
          and ((remind_at <= now and reminded_at is null) or (deadline_at <= now and late_told_at is null))
        order by started_at limit batch $$;
revoke execute on function due_reviews(timestamptz, integer) from public;
grant execute on function due_reviews(timestamptz, integer) to glasnik_app;

-- Posts that stand before a head go on as they were: one step, any head.
insert into reviews (id, institution_id, post_id, version, seal, path, step, arrived_at, started_by, started_at)
  select gen_random_uuid(), posts.institution_id, posts.id, posts.version, post_versions.seal,
    '{"id":null,"name":"","steps":[{"id":"head","name":"","roles":["head"],"people":[],"outside":[],"deputies":[],"need":"any","edits":false,"deadline":null}]}',
    0, posts.updated_at, posts.last_saved_by, posts.updated_at
  from posts join post_versions on post_versions.post_id = posts.id and post_versions.no = posts.version
  where posts.state = 'in-review';
insert into review_seats (id, institution_id, review_id, step, role, deputy)
  select gen_random_uuid(), institution_id, id, 0, 'head', false from reviews;
`;
