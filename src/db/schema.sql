create table accounts (
  id uuid not null,
  institution_id uuid not null,
  network text not null,
  network_account_id text not null,
  handle text not null,
  display_name text not null,
  url text not null,
  variant text not null,
  settings jsonb not null default '{}'::jsonb,
  session_sealed text not null,
  limits jsonb,
  state text not null,
  state_reason jsonb,
  connected_by uuid,
  connected_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  retired_at timestamp with time zone,
  revision integer not null default 1,
  owner_id uuid,
  second_owner_id uuid,
  renew_at timestamp with time zone,
  renew_tries integer not null default 0,
  grant_ends_at timestamp with time zone,
  grant_warned integer
);
create table act_links (
  institution_id uuid not null,
  no bigint not null,
  act_id uuid not null,
  previous_hash bytea not null,
  hash bytea not null
);
create table acts (
  id uuid not null,
  institution_id uuid,
  person_id uuid,
  via text not null,
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  version integer,
  detail jsonb not null,
  request_id text not null,
  at timestamp with time zone not null,
  hash bytea not null
);
create table api_keys (
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  role text not null,
  hash text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  scopes text[],
  ends_at timestamp with time zone
);
create table approval_links (
  id uuid not null,
  institution_id uuid not null,
  review_id uuid not null,
  post_id uuid not null,
  step integer not null,
  outside_id uuid not null,
  version integer not null,
  seal text not null,
  expires_at timestamp with time zone not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  used_at timestamp with time zone,
  ended_at timestamp with time zone
);
create table approvals (
  id uuid not null,
  institution_id uuid not null,
  post_id uuid not null,
  version integer not null,
  seal text not null,
  approved_by uuid,
  approved_at timestamp with time zone not null,
  broken_at timestamp with time zone,
  broken_by uuid,
  broken_by_version integer,
  approved_for uuid,
  approved_name text
);
create table calendar_links (
  id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  name text not null,
  hash text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create table calendar_settings (
  institution_id uuid not null,
  shown_sets text[] not null,
  days_off_sets text[] not null,
  working_weekdays integer[] not null,
  work_from text not null,
  work_to text not null,
  close_minutes integer not null,
  busy_posts integer not null,
  quiet_posts integer not null,
  deadlines jsonb not null,
  revision integer not null,
  changed_by uuid,
  changed_at timestamp with time zone not null
);
create table calendar_views (
  id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  name text not null,
  query text not null,
  shared boolean not null default false,
  created_at timestamp with time zone not null
);
create table campaigns (
  id uuid not null,
  institution_id uuid not null,
  names jsonb not null,
  starts_on date not null,
  ends_on date not null,
  colour text not null,
  revision integer not null default 1,
  created_by uuid,
  changed_by uuid,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone
);
create table connections (
  id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  network text not null,
  variant text not null,
  again_id uuid,
  state_hash text not null,
  state text not null default 'waiting'::text,
  sealed text not null,
  reason jsonb,
  account_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table consultations (
  id uuid not null,
  institution_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  question text not null,
  answer_by timestamp with time zone,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  answer text,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone
);
create table coordinators (
  person_id uuid not null,
  appointed_at timestamp with time zone not null
);
create table credentials (
  id uuid not null,
  person_id uuid not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table delegations (
  id uuid not null,
  institution_id uuid not null,
  principal_id uuid not null,
  delegate_id uuid not null,
  reason text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table deliveries (
  id uuid not null,
  institution_id uuid not null,
  post_id uuid not null,
  version integer not null,
  account_id uuid not null,
  lane smallint not null default 0,
  variant text not null,
  state text not null,
  step text not null default 'none'::text,
  due_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone not null,
  attempts integer not null default 0,
  tries integer not null default 0,
  trying_since timestamp with time zone,
  sent_at timestamp with time zone,
  noted integer not null default 0,
  handle jsonb,
  lease_by text,
  lease_until timestamp with time zone,
  reason jsonb,
  proof jsonb,
  network_id text,
  url text,
  published_at timestamp with time zone,
  request_id text not null,
  created_at timestamp with time zone not null,
  held_by uuid,
  let_through_at timestamp with time zone,
  steps jsonb
);
create table delivery_attempts (
  delivery_id uuid not null,
  no integer not null,
  institution_id uuid not null,
  act text not null,
  outcome text not null,
  reason jsonb,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  worker text not null
);
create table election_entries (
  id uuid not null,
  institution_id uuid,
  period_id uuid not null,
  kind text not null,
  name text not null,
  why text not null,
  short_form text not null default ''::text,
  slogans text[] not null default '{}'::text[],
  hashtags text[] not null default '{}'::text[],
  family_alone boolean not null default true,
  added_by uuid,
  added_at timestamp with time zone not null,
  removed_by uuid,
  removed_at timestamp with time zone,
  changed_at timestamp with time zone not null
);
create table election_exceptions (
  id uuid not null,
  institution_id uuid not null,
  period_id uuid not null,
  post_id uuid not null,
  entry_id uuid not null,
  reason text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone
);
create table election_findings (
  institution_id uuid not null,
  period_id uuid not null,
  post_id uuid not null,
  entry_id uuid not null,
  version integer not null,
  found text not null,
  found_at timestamp with time zone not null
);
create table election_holds (
  institution_id uuid not null,
  period_id uuid not null,
  post_id uuid not null,
  version integer not null,
  cause text not null,
  held_at timestamp with time zone not null,
  let_by uuid,
  let_at timestamp with time zone
);
create table election_periods (
  id uuid not null,
  institution_id uuid,
  name text not null,
  level text not null,
  starts_at timestamp with time zone not null,
  silence_at timestamp with time zone not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  declared_by uuid,
  declared_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  revision integer not null
);
create table glossary_entries (
  id uuid not null,
  institution_id uuid not null,
  kind text not null,
  entry jsonb not null,
  key text not null,
  search text not null,
  note text not null,
  state text not null,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone
);
create table hashtag_sets (
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  key text not null,
  tags jsonb not null,
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone not null
);
create table idempotency_keys (
  key text not null,
  institution_id uuid,
  caller text not null,
  request_hash text not null,
  request_id text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
create table institutions (
  id uuid not null,
  slug text not null,
  names jsonb not null,
  short_names jsonb not null,
  descriptions jsonb not null default '{}'::jsonb,
  colour text not null default '#1f4e79'::text,
  logo_media_id uuid,
  time_zone text not null default 'Europe/Sarajevo'::text,
  contact jsonb not null default '{}'::jsonb,
  glossary jsonb not null default '[]'::jsonb,
  is_demo boolean not null default false,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ask_late_after_hours smallint default 6
);
create table invitations (
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  email text not null,
  variant text not null,
  roles text[] not null,
  limits jsonb not null default '{}'::jsonb,
  serial integer not null default 1,
  mailed boolean not null,
  invited_by uuid,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  withdrawn_at timestamp with time zone
);
create table late_turns (
  account_id uuid not null,
  institution_id uuid not null,
  next_at timestamp with time zone not null
);
create table link_looks (
  institution_id uuid not null,
  url text not null,
  state text not null,
  status integer,
  card jsonb,
  picture bytea,
  looked_at timestamp with time zone not null
);
create table link_rules (
  institution_id uuid not null,
  tagging boolean not null,
  hosts text[] not null,
  source text not null,
  medium text not null,
  campaign text not null,
  content text not null,
  shortening boolean not null,
  host text,
  challenge text,
  host_checked_at timestamp with time zone,
  revision integer not null,
  changed_by uuid,
  changed_at timestamp with time zone not null
);
create table machine_suggestions (
  id uuid not null,
  institution_id uuid not null,
  person_id uuid,
  task text not null,
  variant text not null,
  host text not null,
  model text not null,
  sent text not null,
  answer text not null,
  outcome text not null,
  asked_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
create table mails (
  id uuid not null,
  institution_id uuid not null,
  to_address text not null,
  variant text not null,
  template text not null,
  params jsonb not null default '{}'::jsonb,
  lists jsonb not null default '[]'::jsonb,
  link_path text,
  link_signed boolean not null default false,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  reason text,
  said text,
  created_at timestamp with time zone not null,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone
);
create table media (
  id uuid not null,
  institution_id uuid not null,
  sha256 text not null,
  mime text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  file_name text not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  kind text not null default 'image'::text,
  duration_ms integer,
  has_poster boolean not null default true,
  read_text text,
  search text not null default ''::text,
  licence text not null default 'unsaid'::text,
  author text not null default ''::text,
  source text not null default ''::text,
  licensed_until date,
  shows text not null default ''::text,
  consent text not null default 'none'::text,
  consent_until date,
  tags text[] not null default '{}'::text[],
  look bit(64),
  revision integer not null default 1,
  end_told_on date,
  poster_sha256 text,
  poster_at timestamp with time zone
);
create table media_captions (
  institution_id uuid not null,
  media_id uuid not null,
  variant text not null,
  vtt text not null,
  cues integer not null,
  file_name text not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null
);
create table membership_accounts (
  membership_id uuid not null,
  institution_id uuid not null,
  account_id uuid not null
);
create table memberships (
  id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  provider_id uuid
);
create table network_windows (
  account_id uuid not null,
  institution_id uuid not null,
  opens_at timestamp with time zone not null,
  reason jsonb not null
);
create table notice_choices (
  institution_id uuid not null,
  person_id uuid not null,
  kind text not null,
  studio boolean not null,
  mail boolean not null,
  digest boolean not null,
  push boolean not null
);
create table notices (
  id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  params jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null,
  times integer not null default 1,
  studio boolean not null,
  digest boolean not null,
  mail text not null,
  push text not null,
  read_at timestamp with time zone
);
create table objectives (
  id uuid not null,
  institution_id uuid not null,
  titles jsonb not null,
  measures jsonb not null default '{}'::jsonb,
  audiences jsonb not null default '{}'::jsonb,
  revision integer not null default 1,
  changed_by uuid,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone
);
create table outside_approvers (
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  email text not null,
  language text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone
);
create table passkeys (
  id uuid not null,
  person_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter double precision not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone
);
create table pauses (
  id uuid not null,
  institution_id uuid,
  reason text not null,
  statement jsonb not null default '{}'::jsonb,
  started_by uuid,
  started_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  cause text not null default 'person'::text,
  period_id uuid
);
create table people (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  language text not null default 'bs'::text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table plan_imports (
  id uuid not null,
  institution_id uuid not null,
  fingerprint text not null,
  file_name text not null,
  made integer not null,
  changed integer not null,
  imported_by uuid,
  imported_at timestamp with time zone not null
);
create table plan_items (
  id uuid not null,
  institution_id uuid not null,
  objective_id uuid,
  titles jsonb not null,
  theme text not null default ''::text,
  variants text[] not null,
  due_on date not null,
  revision integer not null default 1,
  created_by uuid,
  changed_by uuid,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  campaign_id uuid,
  search text not null default ''::text
);
create table post_deadlines (
  institution_id uuid not null,
  post_id uuid not null,
  kind text not null,
  person_id uuid,
  due_at timestamp with time zone,
  needed boolean not null default true,
  done_at timestamp with time zone,
  done_by uuid,
  done_due_at timestamp with time zone,
  late_told_at timestamp with time zone
);
create table post_readers (
  post_id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null
);
create table post_remarks (
  id uuid not null,
  institution_id uuid not null,
  post_id uuid not null,
  version integer not null,
  kind text not null,
  text text not null,
  person_id uuid,
  at timestamp with time zone not null
);
create table post_versions (
  post_id uuid not null,
  no integer not null,
  institution_id uuid not null,
  title text not null,
  content jsonb not null,
  seal text not null,
  saved_by uuid,
  saved_at timestamp with time zone not null
);
create table posts (
  id uuid not null,
  institution_id uuid not null,
  plan_item_id uuid,
  title text not null,
  state text not null,
  content jsonb not null,
  version integer not null,
  due_at timestamp with time zone,
  author_id uuid,
  last_saved_by uuid,
  search text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  kind text not null default ''::text,
  reference text not null default ''::text,
  campaign_id uuid,
  origin_kind text,
  origin_institution_id uuid,
  origin_post_id uuid,
  gaps text[] not null default '{}'::text[],
  origin_due_at timestamp with time zone
);
create table push_keys (
  id uuid not null,
  only_one boolean not null default true,
  public_key text not null,
  sealed text not null,
  created_at timestamp with time zone not null
);
create table push_messages (
  id uuid not null,
  person_id uuid not null,
  subscription_id uuid not null,
  institution_id uuid,
  notice_id uuid,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  created_at timestamp with time zone not null
);
create table push_subscriptions (
  id uuid not null,
  person_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  created_at timestamp with time zone not null,
  session_id uuid not null,
  key_id uuid not null,
  used_at timestamp with time zone,
  trouble text
);
create table remark_threads (
  id uuid not null,
  institution_id uuid not null,
  post_id uuid not null,
  version integer not null,
  anchor jsonb not null,
  created_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolved_by uuid
);
create table remarks (
  id uuid not null,
  institution_id uuid not null,
  thread_id uuid not null,
  text text not null,
  mentions jsonb not null,
  person_id uuid,
  at timestamp with time zone not null
);
create table review_answers (
  id uuid not null,
  institution_id uuid not null,
  review_id uuid not null,
  post_id uuid not null,
  step integer not null,
  answer text not null,
  text text not null,
  version integer not null,
  seal text not null,
  person_id uuid,
  for_person_id uuid,
  name text,
  email text,
  at timestamp with time zone not null
);
create table review_conditions (
  id uuid not null,
  institution_id uuid not null,
  review_id uuid not null,
  post_id uuid not null,
  answer_id uuid not null,
  text text not null,
  met_at timestamp with time zone,
  met_by uuid
);
create table review_seats (
  id uuid not null,
  institution_id uuid not null,
  review_id uuid not null,
  step integer not null,
  role text,
  person_id uuid,
  outside_id uuid,
  deputy boolean not null,
  closed_at timestamp with time zone
);
create table review_settings (
  institution_id uuid not null,
  kinds jsonb not null,
  paths jsonb not null,
  default_path_id uuid,
  revision integer not null,
  updated_at timestamp with time zone not null
);
create table review_views (
  institution_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  version integer not null,
  before_version integer,
  at timestamp with time zone not null
);
create table reviews (
  id uuid not null,
  institution_id uuid not null,
  post_id uuid not null,
  version integer not null,
  seal text not null,
  path jsonb not null,
  step integer not null,
  arrived_at timestamp with time zone not null,
  deadline_at timestamp with time zone,
  remind_at timestamp with time zone,
  reminded_at timestamp with time zone,
  late_told_at timestamp with time zone,
  urgent text,
  started_by uuid,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  follows uuid
);
create table sandbox_accounts (
  id uuid not null,
  institution_id uuid not null,
  handle text not null,
  display_name text not null,
  token_hash text not null,
  created_at timestamp with time zone not null
);
create table sandbox_comments (
  id uuid not null,
  no bigint not null,
  institution_id uuid not null,
  post_id uuid not null,
  author text not null,
  text text not null,
  created_at timestamp with time zone not null
);
create table sandbox_faults (
  institution_id uuid not null,
  fault text not null,
  remaining integer not null,
  created_at timestamp with time zone not null
);
create table sandbox_media (
  id uuid not null,
  institution_id uuid not null,
  account_id uuid not null,
  sha256 text not null,
  mime text not null,
  width integer not null,
  height integer not null,
  alt text not null,
  data bytea not null,
  created_at timestamp with time zone not null
);
create table sandbox_posts (
  id uuid not null,
  institution_id uuid not null,
  account_id uuid not null,
  key text not null,
  text text not null,
  language text not null,
  media_ids uuid[] not null default '{}'::uuid[],
  published_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  comment text not null default ''::text
);
create table sessions (
  id uuid not null,
  person_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  strong boolean not null default false,
  provider_id uuid
);
create table short_link_clicks (
  code text not null,
  institution_id uuid not null,
  day date not null,
  people integer not null default 0,
  machines integer not null default 0
);
create table short_links (
  code text not null,
  institution_id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  variant text not null,
  target text not null,
  search text not null,
  created_at timestamp with time zone not null,
  fixed_at timestamp with time zone
);
create table sign_in_providers (
  id uuid not null,
  institution_id uuid not null,
  kind text not null,
  name text not null,
  domains text[] not null,
  issuer text not null,
  client_id text,
  client_secret text,
  entry_point text,
  certificates text[] not null default '{}'::text[],
  groups_claim text not null,
  role_mapping jsonb not null default '[]'::jsonb,
  vouches boolean not null default false,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table sign_in_rules (
  institution_id uuid not null,
  second_factor_from timestamp with time zone,
  revision integer not null,
  updated_at timestamp with time zone not null
);
create table slot_holds (
  id uuid not null,
  institution_id uuid not null,
  holder uuid not null,
  person_id uuid,
  account_ids uuid[] not null,
  due_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);
create table slot_timetables (
  institution_id uuid not null,
  account_id uuid not null,
  slots jsonb not null,
  skip_days_off boolean not null,
  revision integer not null,
  changed_by uuid,
  changed_at timestamp with time zone not null
);
create table templates (
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  key text not null,
  content jsonb not null,
  kind text not null default ''::text,
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone not null
);
create table two_factors (
  id uuid not null,
  person_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamp with time zone
);
create table unlinked_acts (
  act_id uuid not null,
  institution_id uuid not null
);
create table verifications (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table webhook_deliveries (
  webhook_id uuid not null,
  id uuid not null,
  institution_id uuid not null,
  event text not null,
  act_id uuid,
  subject_type text not null,
  subject_id text not null,
  version integer,
  at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  attempts_before integer not null default 0,
  queued_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempted_at timestamp with time zone,
  status integer,
  answer text not null default ''::text,
  trouble text
);
create table webhooks (
  id uuid not null,
  institution_id uuid not null,
  url text not null,
  events text[] not null,
  state text not null default 'on'::text,
  off_reason text,
  failing_since timestamp with time zone,
  last_success_at timestamp with time zone,
  sealed text not null,
  sealed_before text,
  before_until timestamp with time zone,
  revision integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null
);
create table word_decisions (
  institution_id uuid not null,
  key text not null,
  decision text not null,
  decided_by uuid,
  decided_at timestamp with time zone not null
);
create table work_days (
  institution_id uuid not null,
  person_id uuid not null,
  digest boolean not null default true,
  digest_at text not null default '07:30'::text,
  digested_on date,
  looked_at timestamp with time zone,
  looked_before timestamp with time zone
);
create table writing_settings (
  institution_id uuid not null,
  levels jsonb not null default '{}'::jsonb,
  machine_help boolean not null default false,
  revision integer not null
);

alter table accounts add constraint accounts_check CHECK ((owner_id <> second_owner_id));
alter table accounts add constraint accounts_connected_by_fkey FOREIGN KEY (connected_by) REFERENCES people(id);
alter table accounts add constraint accounts_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table accounts add constraint accounts_institution_id_id_key UNIQUE (institution_id, id);
alter table accounts add constraint accounts_institution_id_network_network_account_id_key UNIQUE (institution_id, network, network_account_id);
alter table accounts add constraint accounts_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id);
alter table accounts add constraint accounts_pkey PRIMARY KEY (id);
alter table accounts add constraint accounts_second_owner_id_fkey FOREIGN KEY (second_owner_id) REFERENCES people(id);
alter table accounts add constraint accounts_state_check CHECK ((state = ANY (ARRAY['connected'::text, 'needs-reconnection'::text, 'retired'::text])));
alter table act_links add constraint act_links_act_id_key UNIQUE (act_id);
alter table act_links add constraint act_links_pkey PRIMARY KEY (institution_id, no);
alter table acts add constraint acts_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table acts add constraint acts_pkey PRIMARY KEY (id);
alter table api_keys add constraint api_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);
alter table api_keys add constraint api_keys_hash_key UNIQUE (hash);
alter table api_keys add constraint api_keys_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table api_keys add constraint api_keys_pkey PRIMARY KEY (id);
alter table api_keys add constraint api_keys_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'head'::text, 'editor'::text, 'translator'::text, 'responder'::text, 'adviser'::text, 'analyst'::text, 'auditor'::text])));
alter table api_keys add constraint api_keys_scopes_check CHECK ((cardinality(scopes) > 0));
alter table approval_links add constraint approval_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);
alter table approval_links add constraint approval_links_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table approval_links add constraint approval_links_institution_id_outside_id_fkey FOREIGN KEY (institution_id, outside_id) REFERENCES outside_approvers(institution_id, id);
alter table approval_links add constraint approval_links_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table approval_links add constraint approval_links_institution_id_review_id_fkey FOREIGN KEY (institution_id, review_id) REFERENCES reviews(institution_id, id);
alter table approval_links add constraint approval_links_pkey PRIMARY KEY (id);
alter table approvals add constraint approvals_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id);
alter table approvals add constraint approvals_approved_for_fkey FOREIGN KEY (approved_for) REFERENCES people(id);
alter table approvals add constraint approvals_broken_by_fkey FOREIGN KEY (broken_by) REFERENCES people(id);
alter table approvals add constraint approvals_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table approvals add constraint approvals_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table approvals add constraint approvals_pkey PRIMARY KEY (id);
alter table calendar_links add constraint calendar_links_hash_key UNIQUE (hash);
alter table calendar_links add constraint calendar_links_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table calendar_links add constraint calendar_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table calendar_links add constraint calendar_links_pkey PRIMARY KEY (id);
alter table calendar_settings add constraint calendar_settings_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table calendar_settings add constraint calendar_settings_check CHECK ((work_from < work_to));
alter table calendar_settings add constraint calendar_settings_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table calendar_settings add constraint calendar_settings_pkey PRIMARY KEY (institution_id);
alter table calendar_settings add constraint calendar_settings_work_from_check CHECK ((work_from ~ '^\d\d:\d\d$'::text));
alter table calendar_settings add constraint calendar_settings_work_to_check CHECK ((work_to ~ '^\d\d:\d\d$'::text));
alter table calendar_views add constraint calendar_views_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table calendar_views add constraint calendar_views_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table calendar_views add constraint calendar_views_pkey PRIMARY KEY (id);
alter table campaigns add constraint campaigns_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table campaigns add constraint campaigns_check CHECK ((ends_on >= starts_on));
alter table campaigns add constraint campaigns_colour_check CHECK ((colour ~ '^#[0-9a-f]{6}$'::text));
alter table campaigns add constraint campaigns_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);
alter table campaigns add constraint campaigns_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table campaigns add constraint campaigns_institution_id_id_key UNIQUE (institution_id, id);
alter table campaigns add constraint campaigns_pkey PRIMARY KEY (id);
alter table connections add constraint connections_institution_id_account_id_fkey FOREIGN KEY (institution_id, account_id) REFERENCES accounts(institution_id, id);
alter table connections add constraint connections_institution_id_again_id_fkey FOREIGN KEY (institution_id, again_id) REFERENCES accounts(institution_id, id);
alter table connections add constraint connections_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table connections add constraint connections_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table connections add constraint connections_pkey PRIMARY KEY (id);
alter table connections add constraint connections_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'working'::text, 'choosing'::text, 'connected'::text, 'failed'::text])));
alter table connections add constraint connections_state_hash_key UNIQUE (state_hash);
alter table consultations add constraint consultations_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id);
alter table consultations add constraint consultations_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table consultations add constraint consultations_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table consultations add constraint consultations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table consultations add constraint consultations_pkey PRIMARY KEY (id);
alter table coordinators add constraint coordinators_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table coordinators add constraint coordinators_pkey PRIMARY KEY (person_id);
alter table credentials add constraint credentials_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table credentials add constraint credentials_pkey PRIMARY KEY (id);
alter table delegations add constraint delegations_check CHECK ((principal_id <> delegate_id));
alter table delegations add constraint delegations_check1 CHECK ((ends_at > starts_at));
alter table delegations add constraint delegations_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);
alter table delegations add constraint delegations_delegate_id_fkey FOREIGN KEY (delegate_id) REFERENCES people(id);
alter table delegations add constraint delegations_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table delegations add constraint delegations_pkey PRIMARY KEY (id);
alter table delegations add constraint delegations_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES people(id);
alter table deliveries add constraint deliveries_held_by_fkey FOREIGN KEY (held_by) REFERENCES pauses(id);
alter table deliveries add constraint deliveries_institution_id_account_id_fkey FOREIGN KEY (institution_id, account_id) REFERENCES accounts(institution_id, id);
alter table deliveries add constraint deliveries_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table deliveries add constraint deliveries_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table deliveries add constraint deliveries_pkey PRIMARY KEY (id);
alter table deliveries add constraint deliveries_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'retrying'::text, 'publishing'::text, 'published'::text, 'failed'::text, 'unknown'::text, 'blocked'::text, 'handed-over'::text, 'withdrawn'::text, 'removed'::text])));
alter table deliveries add constraint deliveries_step_check CHECK ((step = ANY (ARRAY['none'::text, 'prepared'::text, 'sent'::text])));
alter table delivery_attempts add constraint delivery_attempts_act_check CHECK ((act = ANY (ARRAY['prepare'::text, 'publish'::text, 'find'::text, 'remove'::text])));
alter table delivery_attempts add constraint delivery_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES deliveries(id);
alter table delivery_attempts add constraint delivery_attempts_pkey PRIMARY KEY (delivery_id, no);
alter table election_entries add constraint election_entries_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id);
alter table election_entries add constraint election_entries_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table election_entries add constraint election_entries_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'mark'::text])));
alter table election_entries add constraint election_entries_period_id_fkey FOREIGN KEY (period_id) REFERENCES election_periods(id);
alter table election_entries add constraint election_entries_pkey PRIMARY KEY (id);
alter table election_entries add constraint election_entries_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people(id);
alter table election_exceptions add constraint election_exceptions_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id);
alter table election_exceptions add constraint election_exceptions_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES election_entries(id);
alter table election_exceptions add constraint election_exceptions_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table election_exceptions add constraint election_exceptions_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table election_exceptions add constraint election_exceptions_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id);
alter table election_exceptions add constraint election_exceptions_period_id_fkey FOREIGN KEY (period_id) REFERENCES election_periods(id);
alter table election_exceptions add constraint election_exceptions_pkey PRIMARY KEY (id);
alter table election_findings add constraint election_findings_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES election_entries(id);
alter table election_findings add constraint election_findings_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table election_findings add constraint election_findings_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table election_findings add constraint election_findings_period_id_fkey FOREIGN KEY (period_id) REFERENCES election_periods(id);
alter table election_findings add constraint election_findings_pkey PRIMARY KEY (institution_id, period_id, post_id, entry_id);
alter table election_holds add constraint election_holds_cause_check CHECK ((cause = ANY (ARRAY['repeat'::text, 'silence'::text])));
alter table election_holds add constraint election_holds_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table election_holds add constraint election_holds_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table election_holds add constraint election_holds_let_by_fkey FOREIGN KEY (let_by) REFERENCES people(id);
alter table election_holds add constraint election_holds_period_id_fkey FOREIGN KEY (period_id) REFERENCES election_periods(id);
alter table election_holds add constraint election_holds_pkey PRIMARY KEY (institution_id, period_id, post_id, version, cause);
alter table election_periods add constraint election_periods_check CHECK (((starts_at <= silence_at) AND (silence_at <= opens_at) AND (opens_at < closes_at) AND (closes_at <= ends_at)));
alter table election_periods add constraint election_periods_declared_by_fkey FOREIGN KEY (declared_by) REFERENCES people(id);
alter table election_periods add constraint election_periods_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table election_periods add constraint election_periods_level_check CHECK ((level = ANY (ARRAY['state'::text, 'entity'::text, 'canton'::text, 'municipality'::text, 'brcko'::text])));
alter table election_periods add constraint election_periods_pkey PRIMARY KEY (id);
alter table election_periods add constraint election_periods_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people(id);
alter table glossary_entries add constraint glossary_entries_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id);
alter table glossary_entries add constraint glossary_entries_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table glossary_entries add constraint glossary_entries_institution_id_id_key UNIQUE (institution_id, id);
alter table glossary_entries add constraint glossary_entries_kind_check CHECK ((kind = ANY (ARRAY['lock'::text, 'fixed'::text, 'stem'::text, 'term'::text])));
alter table glossary_entries add constraint glossary_entries_pkey PRIMARY KEY (id);
alter table glossary_entries add constraint glossary_entries_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id);
alter table glossary_entries add constraint glossary_entries_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text])));
alter table hashtag_sets add constraint hashtag_sets_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table hashtag_sets add constraint hashtag_sets_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table hashtag_sets add constraint hashtag_sets_institution_id_key_key UNIQUE (institution_id, key);
alter table hashtag_sets add constraint hashtag_sets_pkey PRIMARY KEY (id);
alter table idempotency_keys add constraint idempotency_keys_pkey PRIMARY KEY (caller, key);
alter table institutions add constraint institutions_ask_late_after_hours_check CHECK (((ask_late_after_hours >= 0) AND (ask_late_after_hours <= 168)));
alter table institutions add constraint institutions_colour_check CHECK ((colour ~ '^#[0-9a-f]{6}$'::text));
alter table institutions add constraint institutions_id_logo_media_id_fkey FOREIGN KEY (id, logo_media_id) REFERENCES media(institution_id, id);
alter table institutions add constraint institutions_pkey PRIMARY KEY (id);
alter table institutions add constraint institutions_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)));
alter table institutions add constraint institutions_slug_key UNIQUE (slug);
alter table invitations add constraint invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES people(id);
alter table invitations add constraint invitations_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table invitations add constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id);
alter table invitations add constraint invitations_pkey PRIMARY KEY (id);
alter table late_turns add constraint late_turns_institution_id_account_id_fkey FOREIGN KEY (institution_id, account_id) REFERENCES accounts(institution_id, id);
alter table late_turns add constraint late_turns_pkey PRIMARY KEY (account_id);
alter table link_looks add constraint link_looks_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table link_looks add constraint link_looks_pkey PRIMARY KEY (institution_id, url);
alter table link_looks add constraint link_looks_state_check CHECK ((state = ANY (ARRAY['answers'::text, 'dead'::text, 'unsure'::text])));
alter table link_rules add constraint link_rules_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table link_rules add constraint link_rules_check CHECK (((host IS NULL) = (challenge IS NULL)));
alter table link_rules add constraint link_rules_check1 CHECK (((host IS NOT NULL) OR (host_checked_at IS NULL)));
alter table link_rules add constraint link_rules_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table link_rules add constraint link_rules_pkey PRIMARY KEY (institution_id);
alter table machine_suggestions add constraint machine_suggestions_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table machine_suggestions add constraint machine_suggestions_institution_id_id_key UNIQUE (institution_id, id);
alter table machine_suggestions add constraint machine_suggestions_outcome_check CHECK ((outcome = ANY (ARRAY['offered'::text, 'taken'::text, 'left'::text])));
alter table machine_suggestions add constraint machine_suggestions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table machine_suggestions add constraint machine_suggestions_pkey PRIMARY KEY (id);
alter table mails add constraint mails_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table mails add constraint mails_pkey PRIMARY KEY (id);
alter table mails add constraint mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'failed'::text])));
alter table media add constraint media_check CHECK (((consent = 'given'::text) OR (consent_until IS NULL)));
alter table media add constraint media_consent_check CHECK ((consent = ANY (ARRAY['none'::text, 'given'::text, 'withdrawn'::text])));
alter table media add constraint media_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table media add constraint media_institution_id_id_key UNIQUE (institution_id, id);
alter table media add constraint media_institution_id_sha256_key UNIQUE (institution_id, sha256);
alter table media add constraint media_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text])));
alter table media add constraint media_licence_check CHECK ((licence = ANY (ARRAY['unsaid'::text, 'own'::text, 'cc0'::text, 'cc-by'::text, 'cc-by-sa'::text, 'cc-by-nc'::text, 'cc-by-nd'::text, 'bought'::text, 'given'::text])));
alter table media add constraint media_pkey PRIMARY KEY (id);
alter table media add constraint media_poster_sha256_check CHECK ((poster_sha256 ~ '^[0-9a-f]{64}$'::text));
alter table media add constraint media_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id);
alter table media_captions add constraint media_captions_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table media_captions add constraint media_captions_institution_id_media_id_fkey FOREIGN KEY (institution_id, media_id) REFERENCES media(institution_id, id);
alter table media_captions add constraint media_captions_pkey PRIMARY KEY (media_id, variant);
alter table media_captions add constraint media_captions_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id);
alter table membership_accounts add constraint membership_accounts_institution_id_account_id_fkey FOREIGN KEY (institution_id, account_id) REFERENCES accounts(institution_id, id);
alter table membership_accounts add constraint membership_accounts_institution_id_membership_id_fkey FOREIGN KEY (institution_id, membership_id) REFERENCES memberships(institution_id, id) ON DELETE CASCADE;
alter table membership_accounts add constraint membership_accounts_pkey PRIMARY KEY (membership_id, account_id);
alter table memberships add constraint memberships_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table memberships add constraint memberships_institution_id_id_key UNIQUE (institution_id, id);
alter table memberships add constraint memberships_institution_id_person_id_role_key UNIQUE (institution_id, person_id, role);
alter table memberships add constraint memberships_institution_id_provider_id_fkey FOREIGN KEY (institution_id, provider_id) REFERENCES sign_in_providers(institution_id, id) ON DELETE SET NULL (provider_id);
alter table memberships add constraint memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table memberships add constraint memberships_pkey PRIMARY KEY (id);
alter table memberships add constraint memberships_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'head'::text, 'editor'::text, 'translator'::text, 'responder'::text, 'adviser'::text, 'analyst'::text, 'auditor'::text])));
alter table network_windows add constraint network_windows_institution_id_account_id_fkey FOREIGN KEY (institution_id, account_id) REFERENCES accounts(institution_id, id);
alter table network_windows add constraint network_windows_pkey PRIMARY KEY (account_id);
alter table notice_choices add constraint notice_choices_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table notice_choices add constraint notice_choices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table notice_choices add constraint notice_choices_pkey PRIMARY KEY (institution_id, person_id, kind);
alter table notices add constraint notices_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table notices add constraint notices_institution_id_id_key UNIQUE (institution_id, id);
alter table notices add constraint notices_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'waiting'::text, 'done'::text])));
alter table notices add constraint notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table notices add constraint notices_pkey PRIMARY KEY (id);
alter table notices add constraint notices_push_check CHECK ((push = ANY (ARRAY['none'::text, 'waiting'::text, 'done'::text])));
alter table objectives add constraint objectives_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table objectives add constraint objectives_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table objectives add constraint objectives_institution_id_id_key UNIQUE (institution_id, id);
alter table objectives add constraint objectives_pkey PRIMARY KEY (id);
alter table outside_approvers add constraint outside_approvers_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);
alter table outside_approvers add constraint outside_approvers_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table outside_approvers add constraint outside_approvers_institution_id_id_key UNIQUE (institution_id, id);
alter table outside_approvers add constraint outside_approvers_pkey PRIMARY KEY (id);
alter table passkeys add constraint passkeys_credential_id_key UNIQUE (credential_id);
alter table passkeys add constraint passkeys_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table passkeys add constraint passkeys_pkey PRIMARY KEY (id);
alter table pauses add constraint pauses_cause_check CHECK ((cause = ANY (ARRAY['person'::text, 'outage'::text, 'election'::text])));
alter table pauses add constraint pauses_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id);
alter table pauses add constraint pauses_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table pauses add constraint pauses_period_id_fkey FOREIGN KEY (period_id) REFERENCES election_periods(id);
alter table pauses add constraint pauses_pkey PRIMARY KEY (id);
alter table pauses add constraint pauses_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id);
alter table people add constraint people_email_key UNIQUE (email);
alter table people add constraint people_pkey PRIMARY KEY (id);
alter table plan_imports add constraint plan_imports_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES people(id);
alter table plan_imports add constraint plan_imports_institution_id_fingerprint_key UNIQUE (institution_id, fingerprint);
alter table plan_imports add constraint plan_imports_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table plan_imports add constraint plan_imports_pkey PRIMARY KEY (id);
alter table plan_items add constraint plan_items_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table plan_items add constraint plan_items_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);
alter table plan_items add constraint plan_items_institution_id_campaign_id_fkey FOREIGN KEY (institution_id, campaign_id) REFERENCES campaigns(institution_id, id);
alter table plan_items add constraint plan_items_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table plan_items add constraint plan_items_institution_id_id_key UNIQUE (institution_id, id);
alter table plan_items add constraint plan_items_institution_id_objective_id_fkey FOREIGN KEY (institution_id, objective_id) REFERENCES objectives(institution_id, id);
alter table plan_items add constraint plan_items_pkey PRIMARY KEY (id);
alter table post_deadlines add constraint post_deadlines_done_by_fkey FOREIGN KEY (done_by) REFERENCES people(id);
alter table post_deadlines add constraint post_deadlines_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table post_deadlines add constraint post_deadlines_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table post_deadlines add constraint post_deadlines_kind_check CHECK ((kind = ANY (ARRAY['brief'::text, 'draft'::text, 'facts'::text, 'translation'::text, 'visual'::text, 'accessibility'::text, 'approval'::text])));
alter table post_deadlines add constraint post_deadlines_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table post_deadlines add constraint post_deadlines_pkey PRIMARY KEY (post_id, kind);
alter table post_readers add constraint post_readers_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table post_readers add constraint post_readers_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table post_readers add constraint post_readers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table post_readers add constraint post_readers_pkey PRIMARY KEY (post_id, person_id);
alter table post_remarks add constraint post_remarks_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table post_remarks add constraint post_remarks_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table post_remarks add constraint post_remarks_kind_check CHECK ((kind = ANY (ARRAY['sent-back'::text, 'withdrawn'::text, 'note'::text])));
alter table post_remarks add constraint post_remarks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table post_remarks add constraint post_remarks_pkey PRIMARY KEY (id);
alter table post_versions add constraint post_versions_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table post_versions add constraint post_versions_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table post_versions add constraint post_versions_pkey PRIMARY KEY (post_id, no);
alter table post_versions add constraint post_versions_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES people(id);
alter table posts add constraint posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id);
alter table posts add constraint posts_check CHECK ((num_nulls(origin_kind, origin_institution_id, origin_post_id) = ANY (ARRAY[0, 3])));
alter table posts add constraint posts_check1 CHECK (((origin_kind <> 'repeat'::text) OR (origin_institution_id = institution_id)));
alter table posts add constraint posts_check2 CHECK (((origin_due_at IS NULL) OR (origin_kind = 'repeat'::text)));
alter table posts add constraint posts_institution_id_campaign_id_fkey FOREIGN KEY (institution_id, campaign_id) REFERENCES campaigns(institution_id, id);
alter table posts add constraint posts_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table posts add constraint posts_institution_id_id_key UNIQUE (institution_id, id);
alter table posts add constraint posts_institution_id_plan_item_id_fkey FOREIGN KEY (institution_id, plan_item_id) REFERENCES plan_items(institution_id, id);
alter table posts add constraint posts_last_saved_by_fkey FOREIGN KEY (last_saved_by) REFERENCES people(id);
alter table posts add constraint posts_origin_institution_id_origin_post_id_fkey FOREIGN KEY (origin_institution_id, origin_post_id) REFERENCES posts(institution_id, id);
alter table posts add constraint posts_origin_kind_check CHECK ((origin_kind = ANY (ARRAY['copy'::text, 'repeat'::text])));
alter table posts add constraint posts_pkey PRIMARY KEY (id);
alter table posts add constraint posts_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'approved'::text, 'scheduled'::text, 'publishing'::text, 'published'::text, 'sent-back'::text, 'expired'::text, 'withdrawn'::text])));
alter table push_keys add constraint push_keys_only_one_check CHECK (only_one);
alter table push_keys add constraint push_keys_only_one_key UNIQUE (only_one);
alter table push_keys add constraint push_keys_pkey PRIMARY KEY (id);
alter table push_messages add constraint push_messages_institution_id_notice_id_fkey FOREIGN KEY (institution_id, notice_id) REFERENCES notices(institution_id, id) ON DELETE CASCADE;
alter table push_messages add constraint push_messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table push_messages add constraint push_messages_pkey PRIMARY KEY (id);
alter table push_messages add constraint push_messages_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text])));
alter table push_messages add constraint push_messages_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES push_subscriptions(id) ON DELETE CASCADE;
alter table push_subscriptions add constraint push_subscriptions_endpoint_key UNIQUE (endpoint);
alter table push_subscriptions add constraint push_subscriptions_key_id_fkey FOREIGN KEY (key_id) REFERENCES push_keys(id) ON DELETE CASCADE;
alter table push_subscriptions add constraint push_subscriptions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table push_subscriptions add constraint push_subscriptions_pkey PRIMARY KEY (id);
alter table push_subscriptions add constraint push_subscriptions_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE;
alter table push_subscriptions add constraint push_subscriptions_session_id_key UNIQUE (session_id);
alter table push_subscriptions add constraint push_subscriptions_trouble_check CHECK ((trouble = ANY (ARRAY['refused'::text, 'unreachable'::text])));
alter table remark_threads add constraint remark_threads_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table remark_threads add constraint remark_threads_institution_id_id_key UNIQUE (institution_id, id);
alter table remark_threads add constraint remark_threads_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table remark_threads add constraint remark_threads_pkey PRIMARY KEY (id);
alter table remark_threads add constraint remark_threads_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES people(id);
alter table remarks add constraint remarks_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table remarks add constraint remarks_institution_id_thread_id_fkey FOREIGN KEY (institution_id, thread_id) REFERENCES remark_threads(institution_id, id);
alter table remarks add constraint remarks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table remarks add constraint remarks_pkey PRIMARY KEY (id);
alter table review_answers add constraint review_answers_answer_check CHECK ((answer = ANY (ARRAY['done'::text, 'approved'::text, 'approved-with-condition'::text, 'sent-back'::text])));
alter table review_answers add constraint review_answers_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES people(id);
alter table review_answers add constraint review_answers_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table review_answers add constraint review_answers_institution_id_id_key UNIQUE (institution_id, id);
alter table review_answers add constraint review_answers_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table review_answers add constraint review_answers_institution_id_review_id_fkey FOREIGN KEY (institution_id, review_id) REFERENCES reviews(institution_id, id);
alter table review_answers add constraint review_answers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table review_answers add constraint review_answers_pkey PRIMARY KEY (id);
alter table review_conditions add constraint review_conditions_institution_id_answer_id_fkey FOREIGN KEY (institution_id, answer_id) REFERENCES review_answers(institution_id, id);
alter table review_conditions add constraint review_conditions_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table review_conditions add constraint review_conditions_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table review_conditions add constraint review_conditions_institution_id_review_id_fkey FOREIGN KEY (institution_id, review_id) REFERENCES reviews(institution_id, id);
alter table review_conditions add constraint review_conditions_met_by_fkey FOREIGN KEY (met_by) REFERENCES people(id);
alter table review_conditions add constraint review_conditions_pkey PRIMARY KEY (id);
alter table review_seats add constraint review_seats_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table review_seats add constraint review_seats_institution_id_outside_id_fkey FOREIGN KEY (institution_id, outside_id) REFERENCES outside_approvers(institution_id, id);
alter table review_seats add constraint review_seats_institution_id_review_id_fkey FOREIGN KEY (institution_id, review_id) REFERENCES reviews(institution_id, id);
alter table review_seats add constraint review_seats_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table review_seats add constraint review_seats_pkey PRIMARY KEY (id);
alter table review_settings add constraint review_settings_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table review_settings add constraint review_settings_pkey PRIMARY KEY (institution_id);
alter table review_views add constraint review_views_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table review_views add constraint review_views_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table review_views add constraint review_views_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table review_views add constraint review_views_pkey PRIMARY KEY (post_id, person_id);
alter table reviews add constraint reviews_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table reviews add constraint reviews_institution_id_follows_fkey FOREIGN KEY (institution_id, follows) REFERENCES reviews(institution_id, id);
alter table reviews add constraint reviews_institution_id_id_key UNIQUE (institution_id, id);
alter table reviews add constraint reviews_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id);
alter table reviews add constraint reviews_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'sent-back'::text, 'overtaken'::text, 'expired'::text, 'withdrawn'::text])));
alter table reviews add constraint reviews_pkey PRIMARY KEY (id);
alter table reviews add constraint reviews_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id);
alter table sandbox_accounts add constraint sandbox_accounts_handle_key UNIQUE (handle);
alter table sandbox_accounts add constraint sandbox_accounts_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table sandbox_accounts add constraint sandbox_accounts_pkey PRIMARY KEY (id);
alter table sandbox_accounts add constraint sandbox_accounts_token_hash_key UNIQUE (token_hash);
alter table sandbox_comments add constraint sandbox_comments_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table sandbox_comments add constraint sandbox_comments_pkey PRIMARY KEY (id);
alter table sandbox_comments add constraint sandbox_comments_post_id_fkey FOREIGN KEY (post_id) REFERENCES sandbox_posts(id);
alter table sandbox_faults add constraint sandbox_faults_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table sandbox_faults add constraint sandbox_faults_pkey PRIMARY KEY (institution_id, fault);
alter table sandbox_media add constraint sandbox_media_account_id_fkey FOREIGN KEY (account_id) REFERENCES sandbox_accounts(id);
alter table sandbox_media add constraint sandbox_media_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table sandbox_media add constraint sandbox_media_pkey PRIMARY KEY (id);
alter table sandbox_posts add constraint sandbox_posts_account_id_fkey FOREIGN KEY (account_id) REFERENCES sandbox_accounts(id);
alter table sandbox_posts add constraint sandbox_posts_account_id_key_key UNIQUE (account_id, key);
alter table sandbox_posts add constraint sandbox_posts_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table sandbox_posts add constraint sandbox_posts_pkey PRIMARY KEY (id);
alter table sessions add constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table sessions add constraint sessions_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES sign_in_providers(id) ON DELETE CASCADE;
alter table sessions add constraint sessions_token_key UNIQUE (token);
alter table short_link_clicks add constraint short_link_clicks_institution_id_code_fkey FOREIGN KEY (institution_id, code) REFERENCES short_links(institution_id, code);
alter table short_link_clicks add constraint short_link_clicks_pkey PRIMARY KEY (code, day);
alter table short_links add constraint short_links_code_check CHECK ((code ~ '^[2-9a-hjkmnp-z]{8}$'::text));
alter table short_links add constraint short_links_institution_id_account_id_fkey FOREIGN KEY (institution_id, account_id) REFERENCES accounts(institution_id, id);
alter table short_links add constraint short_links_institution_id_code_key UNIQUE (institution_id, code);
alter table short_links add constraint short_links_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table short_links add constraint short_links_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table short_links add constraint short_links_pkey PRIMARY KEY (code);
alter table short_links add constraint short_links_target_check CHECK ((target ~* '^https?://'::text));
alter table sign_in_providers add constraint sign_in_providers_check CHECK (((kind <> 'oidc'::text) OR (client_id IS NOT NULL)));
alter table sign_in_providers add constraint sign_in_providers_check1 CHECK (((kind <> 'saml'::text) OR ((entry_point IS NOT NULL) AND (cardinality(certificates) > 0))));
alter table sign_in_providers add constraint sign_in_providers_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table sign_in_providers add constraint sign_in_providers_institution_id_id_key UNIQUE (institution_id, id);
alter table sign_in_providers add constraint sign_in_providers_kind_check CHECK ((kind = ANY (ARRAY['oidc'::text, 'saml'::text])));
alter table sign_in_providers add constraint sign_in_providers_pkey PRIMARY KEY (id);
alter table sign_in_rules add constraint sign_in_rules_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table sign_in_rules add constraint sign_in_rules_pkey PRIMARY KEY (institution_id);
alter table slot_holds add constraint slot_holds_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table slot_holds add constraint slot_holds_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table slot_holds add constraint slot_holds_pkey PRIMARY KEY (id);
alter table slot_timetables add constraint slot_timetables_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table slot_timetables add constraint slot_timetables_institution_id_account_id_fkey FOREIGN KEY (institution_id, account_id) REFERENCES accounts(institution_id, id);
alter table slot_timetables add constraint slot_timetables_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table slot_timetables add constraint slot_timetables_pkey PRIMARY KEY (institution_id, account_id);
alter table templates add constraint templates_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);
alter table templates add constraint templates_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table templates add constraint templates_institution_id_key_key UNIQUE (institution_id, key);
alter table templates add constraint templates_pkey PRIMARY KEY (id);
alter table two_factors add constraint two_factors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table two_factors add constraint two_factors_pkey PRIMARY KEY (id);
alter table unlinked_acts add constraint unlinked_acts_pkey PRIMARY KEY (act_id);
alter table verifications add constraint verifications_pkey PRIMARY KEY (id);
alter table webhook_deliveries add constraint webhook_deliveries_institution_id_webhook_id_fkey FOREIGN KEY (institution_id, webhook_id) REFERENCES webhooks(institution_id, id) ON DELETE CASCADE;
alter table webhook_deliveries add constraint webhook_deliveries_pkey PRIMARY KEY (webhook_id, id);
alter table webhook_deliveries add constraint webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'delivered'::text, 'failed'::text])));
alter table webhooks add constraint webhooks_check CHECK (((state = 'off'::text) = (off_reason IS NOT NULL)));
alter table webhooks add constraint webhooks_check1 CHECK (((sealed_before IS NULL) = (before_until IS NULL)));
alter table webhooks add constraint webhooks_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);
alter table webhooks add constraint webhooks_events_check CHECK ((cardinality(events) > 0));
alter table webhooks add constraint webhooks_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table webhooks add constraint webhooks_institution_id_id_key UNIQUE (institution_id, id);
alter table webhooks add constraint webhooks_off_reason_check CHECK ((off_reason = ANY (ARRAY['by-hand'::text, 'gone'::text, 'failing'::text])));
alter table webhooks add constraint webhooks_pkey PRIMARY KEY (id);
alter table webhooks add constraint webhooks_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text])));
alter table word_decisions add constraint word_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id);
alter table word_decisions add constraint word_decisions_decision_check CHECK ((decision = ANY (ARRAY['always'::text, 'never'::text])));
alter table word_decisions add constraint word_decisions_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table word_decisions add constraint word_decisions_pkey PRIMARY KEY (institution_id, key);
alter table work_days add constraint work_days_digest_at_check CHECK ((digest_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));
alter table work_days add constraint work_days_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table work_days add constraint work_days_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table work_days add constraint work_days_pkey PRIMARY KEY (institution_id, person_id);
alter table writing_settings add constraint writing_settings_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id);
alter table writing_settings add constraint writing_settings_pkey PRIMARY KEY (institution_id);

CREATE INDEX accounts_grant_ends_at_idx ON public.accounts USING btree (grant_ends_at) WHERE ((state = 'connected'::text) AND (grant_ends_at IS NOT NULL));
CREATE UNIQUE INDEX accounts_institution_id_id_key ON public.accounts USING btree (institution_id, id);
CREATE UNIQUE INDEX accounts_institution_id_network_network_account_id_key ON public.accounts USING btree (institution_id, network, network_account_id);
CREATE UNIQUE INDEX accounts_pkey ON public.accounts USING btree (id);
CREATE INDEX accounts_renew_at_idx ON public.accounts USING btree (renew_at) WHERE ((state = 'connected'::text) AND (renew_at IS NOT NULL));
CREATE UNIQUE INDEX act_links_act_id_key ON public.act_links USING btree (act_id);
CREATE UNIQUE INDEX act_links_pkey ON public.act_links USING btree (institution_id, no);
CREATE INDEX acts_institution_id_id_idx ON public.acts USING btree (institution_id, id DESC);
CREATE INDEX acts_institution_id_subject_type_subject_id_id_idx ON public.acts USING btree (institution_id, subject_type, subject_id, id);
CREATE UNIQUE INDEX acts_pkey ON public.acts USING btree (id);
CREATE INDEX acts_request_id_idx ON public.acts USING btree (request_id);
CREATE UNIQUE INDEX api_keys_hash_key ON public.api_keys USING btree (hash);
CREATE INDEX api_keys_institution_id_created_at_idx ON public.api_keys USING btree (institution_id, created_at DESC);
CREATE UNIQUE INDEX api_keys_pkey ON public.api_keys USING btree (id);
CREATE UNIQUE INDEX approval_links_pkey ON public.approval_links USING btree (id);
CREATE INDEX approval_links_review_id_idx ON public.approval_links USING btree (review_id);
CREATE INDEX approvals_broken ON public.approvals USING btree (post_id) WHERE (broken_at IS NOT NULL);
CREATE UNIQUE INDEX approvals_pkey ON public.approvals USING btree (id);
CREATE INDEX approvals_post_id_approved_at_idx ON public.approvals USING btree (post_id, approved_at DESC);
CREATE UNIQUE INDEX calendar_links_hash_key ON public.calendar_links USING btree (hash);
CREATE INDEX calendar_links_institution_id_person_id_idx ON public.calendar_links USING btree (institution_id, person_id);
CREATE UNIQUE INDEX calendar_links_pkey ON public.calendar_links USING btree (id);
CREATE UNIQUE INDEX calendar_settings_pkey ON public.calendar_settings USING btree (institution_id);
CREATE INDEX calendar_views_institution_id_person_id_idx ON public.calendar_views USING btree (institution_id, person_id);
CREATE UNIQUE INDEX calendar_views_pkey ON public.calendar_views USING btree (id);
CREATE UNIQUE INDEX campaigns_institution_id_id_key ON public.campaigns USING btree (institution_id, id);
CREATE INDEX campaigns_institution_id_starts_on_id_idx ON public.campaigns USING btree (institution_id, starts_on, id);
CREATE UNIQUE INDEX campaigns_pkey ON public.campaigns USING btree (id);
CREATE INDEX connections_institution_id_expires_at_idx ON public.connections USING btree (institution_id, expires_at);
CREATE UNIQUE INDEX connections_pkey ON public.connections USING btree (id);
CREATE UNIQUE INDEX connections_state_hash_key ON public.connections USING btree (state_hash);
CREATE INDEX consultations_open ON public.consultations USING btree (institution_id, person_id, answer_by) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX consultations_pkey ON public.consultations USING btree (id);
CREATE INDEX consultations_post_id_asked_at_idx ON public.consultations USING btree (post_id, asked_at);
CREATE UNIQUE INDEX coordinators_pkey ON public.coordinators USING btree (person_id);
CREATE INDEX credentials_person_id_idx ON public.credentials USING btree (person_id);
CREATE UNIQUE INDEX credentials_pkey ON public.credentials USING btree (id);
CREATE UNIQUE INDEX credentials_provider_id_account_id_idx ON public.credentials USING btree (provider_id, account_id) WHERE (provider_id <> 'credential'::text);
CREATE INDEX delegations_delegate_id_ends_at_idx ON public.delegations USING btree (delegate_id, ends_at);
CREATE INDEX delegations_institution_id_ends_at_id_idx ON public.delegations USING btree (institution_id, ends_at DESC, id DESC);
CREATE UNIQUE INDEX delegations_pkey ON public.delegations USING btree (id);
CREATE INDEX deliveries_by_account ON public.deliveries USING btree (account_id) WHERE (state = 'blocked'::text);
CREATE INDEX deliveries_by_post ON public.deliveries USING btree (post_id);
CREATE INDEX deliveries_charged ON public.deliveries USING btree (institution_id, published_at) WHERE (proof ? 'charged'::text);
CREATE INDEX deliveries_held ON public.deliveries USING btree (institution_id, due_at, id) WHERE ((held_by IS NOT NULL) AND (state = ANY (ARRAY['scheduled'::text, 'retrying'::text, 'publishing'::text, 'blocked'::text])));
CREATE INDEX deliveries_leased ON public.deliveries USING btree (account_id, lane) WHERE (state = 'publishing'::text);
CREATE INDEX deliveries_next ON public.deliveries USING btree (next_attempt_at, id) WHERE (state = ANY (ARRAY['scheduled'::text, 'retrying'::text]));
CREATE UNIQUE INDEX deliveries_once ON public.deliveries USING btree (post_id, account_id) WHERE (state <> ALL (ARRAY['withdrawn'::text, 'removed'::text]));
CREATE INDEX deliveries_open ON public.deliveries USING btree (institution_id, due_at, id) WHERE (state = ANY (ARRAY['scheduled'::text, 'retrying'::text, 'publishing'::text, 'failed'::text, 'unknown'::text, 'blocked'::text, 'handed-over'::text]));
CREATE UNIQUE INDEX deliveries_pkey ON public.deliveries USING btree (id);
CREATE INDEX deliveries_published ON public.deliveries USING btree (institution_id, published_at DESC, id DESC) WHERE (state = 'published'::text);
CREATE INDEX deliveries_standing ON public.deliveries USING btree (institution_id, due_at, id) WHERE ((state = 'published'::text) AND (reason IS NOT NULL));
CREATE INDEX deliveries_waiting ON public.deliveries USING btree (account_id, lane, next_attempt_at, id) WHERE (state = ANY (ARRAY['scheduled'::text, 'retrying'::text]));
CREATE UNIQUE INDEX delivery_attempts_pkey ON public.delivery_attempts USING btree (delivery_id, no);
CREATE INDEX election_entries_period_id_idx ON public.election_entries USING btree (period_id);
CREATE UNIQUE INDEX election_entries_pkey ON public.election_entries USING btree (id);
CREATE INDEX election_exceptions_institution_id_period_id_idx ON public.election_exceptions USING btree (institution_id, period_id);
CREATE UNIQUE INDEX election_exceptions_pkey ON public.election_exceptions USING btree (id);
CREATE UNIQUE INDEX election_exceptions_standing ON public.election_exceptions USING btree (institution_id, post_id, entry_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX election_findings_pkey ON public.election_findings USING btree (institution_id, period_id, post_id, entry_id);
CREATE INDEX election_findings_post_id_idx ON public.election_findings USING btree (post_id);
CREATE UNIQUE INDEX election_holds_pkey ON public.election_holds USING btree (institution_id, period_id, post_id, version, cause);
CREATE INDEX election_holds_post_id_idx ON public.election_holds USING btree (post_id);
CREATE INDEX election_periods_ends_at_idx ON public.election_periods USING btree (ends_at) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX election_periods_pkey ON public.election_periods USING btree (id);
CREATE INDEX glossary_entries_by_words ON public.glossary_entries USING btree (institution_id, search, id);
CREATE UNIQUE INDEX glossary_entries_institution_id_id_key ON public.glossary_entries USING btree (institution_id, id);
CREATE UNIQUE INDEX glossary_entries_once ON public.glossary_entries USING btree (institution_id, key) WHERE (state <> 'declined'::text);
CREATE UNIQUE INDEX glossary_entries_pkey ON public.glossary_entries USING btree (id);
CREATE UNIQUE INDEX hashtag_sets_institution_id_key_key ON public.hashtag_sets USING btree (institution_id, key);
CREATE UNIQUE INDEX hashtag_sets_pkey ON public.hashtag_sets USING btree (id);
CREATE INDEX idempotency_keys_created_at_idx ON public.idempotency_keys USING btree (created_at);
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (caller, key);
CREATE UNIQUE INDEX institutions_pkey ON public.institutions USING btree (id);
CREATE UNIQUE INDEX institutions_slug_key ON public.institutions USING btree (slug);
CREATE INDEX invitations_institution_id_id_idx ON public.invitations USING btree (institution_id, id DESC);
CREATE UNIQUE INDEX invitations_open ON public.invitations USING btree (institution_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (id);
CREATE UNIQUE INDEX late_turns_pkey ON public.late_turns USING btree (account_id);
CREATE UNIQUE INDEX link_looks_pkey ON public.link_looks USING btree (institution_id, url);
CREATE UNIQUE INDEX link_rules_challenge_idx ON public.link_rules USING btree (challenge) WHERE (challenge IS NOT NULL);
CREATE UNIQUE INDEX link_rules_host_idx ON public.link_rules USING btree (host) WHERE (host_checked_at IS NOT NULL);
CREATE UNIQUE INDEX link_rules_pkey ON public.link_rules USING btree (institution_id);
CREATE INDEX machine_suggestions_institution_id_asked_at_idx ON public.machine_suggestions USING btree (institution_id, asked_at);
CREATE UNIQUE INDEX machine_suggestions_institution_id_id_key ON public.machine_suggestions USING btree (institution_id, id);
CREATE UNIQUE INDEX machine_suggestions_pkey ON public.machine_suggestions USING btree (id);
CREATE INDEX mails_institution_id_id_idx ON public.mails USING btree (institution_id, id DESC);
CREATE INDEX mails_next_attempt_at_idx ON public.mails USING btree (next_attempt_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE UNIQUE INDEX mails_pkey ON public.mails USING btree (id);
CREATE INDEX media_consent_until_idx ON public.media USING btree (consent_until) WHERE (consent_until IS NOT NULL);
CREATE UNIQUE INDEX media_institution_id_id_key ON public.media USING btree (institution_id, id);
CREATE UNIQUE INDEX media_institution_id_sha256_key ON public.media USING btree (institution_id, sha256);
CREATE INDEX media_licensed_until_idx ON public.media USING btree (licensed_until) WHERE (licensed_until IS NOT NULL);
CREATE UNIQUE INDEX media_pkey ON public.media USING btree (id);
CREATE INDEX media_search ON public.media USING gin (institution_id, search gin_trgm_ops);
CREATE INDEX media_tags_idx ON public.media USING gin (tags);
CREATE INDEX media_unread ON public.media USING btree (uploaded_at) WHERE ((kind = 'image'::text) AND (read_text IS NULL));
CREATE UNIQUE INDEX media_captions_pkey ON public.media_captions USING btree (media_id, variant);
CREATE INDEX membership_accounts_institution_id_account_id_idx ON public.membership_accounts USING btree (institution_id, account_id);
CREATE UNIQUE INDEX membership_accounts_pkey ON public.membership_accounts USING btree (membership_id, account_id);
CREATE UNIQUE INDEX memberships_institution_id_id_key ON public.memberships USING btree (institution_id, id);
CREATE UNIQUE INDEX memberships_institution_id_person_id_role_key ON public.memberships USING btree (institution_id, person_id, role);
CREATE INDEX memberships_person_id_idx ON public.memberships USING btree (person_id);
CREATE UNIQUE INDEX memberships_pkey ON public.memberships USING btree (id);
CREATE UNIQUE INDEX network_windows_pkey ON public.network_windows USING btree (account_id);
CREATE UNIQUE INDEX notice_choices_pkey ON public.notice_choices USING btree (institution_id, person_id, kind);
CREATE INDEX notices_at_idx ON public.notices USING btree (at);
CREATE UNIQUE INDEX notices_institution_id_id_key ON public.notices USING btree (institution_id, id);
CREATE INDEX notices_institution_id_person_id_expr_at_id_idx ON public.notices USING btree (institution_id, person_id, ((read_at IS NULL)) DESC, at DESC, id DESC);
CREATE UNIQUE INDEX notices_pkey ON public.notices USING btree (id);
CREATE UNIQUE INDEX notices_unread ON public.notices USING btree (institution_id, person_id, kind, subject_type, subject_id) WHERE (read_at IS NULL);
CREATE INDEX notices_waiting ON public.notices USING btree (at) WHERE ((mail = 'waiting'::text) OR (push = 'waiting'::text));
CREATE UNIQUE INDEX objectives_institution_id_id_key ON public.objectives USING btree (institution_id, id);
CREATE UNIQUE INDEX objectives_pkey ON public.objectives USING btree (id);
CREATE UNIQUE INDEX outside_approvers_institution_id_id_key ON public.outside_approvers USING btree (institution_id, id);
CREATE UNIQUE INDEX outside_approvers_pkey ON public.outside_approvers USING btree (id);
CREATE UNIQUE INDEX passkeys_credential_id_key ON public.passkeys USING btree (credential_id);
CREATE INDEX passkeys_person_id_idx ON public.passkeys USING btree (person_id);
CREATE UNIQUE INDEX passkeys_pkey ON public.passkeys USING btree (id);
CREATE INDEX pauses_by_institution ON public.pauses USING btree (institution_id, started_at DESC);
CREATE UNIQUE INDEX pauses_of_period ON public.pauses USING btree (institution_id, period_id) WHERE (period_id IS NOT NULL);
CREATE UNIQUE INDEX pauses_pkey ON public.pauses USING btree (id);
CREATE UNIQUE INDEX pauses_standing ON public.pauses USING btree (COALESCE(institution_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX people_email_key ON public.people USING btree (email);
CREATE UNIQUE INDEX people_pkey ON public.people USING btree (id);
CREATE UNIQUE INDEX plan_imports_institution_id_fingerprint_key ON public.plan_imports USING btree (institution_id, fingerprint);
CREATE UNIQUE INDEX plan_imports_pkey ON public.plan_imports USING btree (id);
CREATE INDEX plan_items_campaign_id_idx ON public.plan_items USING btree (campaign_id);
CREATE INDEX plan_items_institution_id_due_on_id_idx ON public.plan_items USING btree (institution_id, due_on, id);
CREATE UNIQUE INDEX plan_items_institution_id_id_key ON public.plan_items USING btree (institution_id, id);
CREATE INDEX plan_items_objective_id_idx ON public.plan_items USING btree (objective_id);
CREATE UNIQUE INDEX plan_items_pkey ON public.plan_items USING btree (id);
CREATE INDEX plan_items_search ON public.plan_items USING gin (institution_id, search gin_trgm_ops);
CREATE INDEX post_deadlines_institution_id_person_id_idx ON public.post_deadlines USING btree (institution_id, person_id) WHERE (done_at IS NULL);
CREATE UNIQUE INDEX post_deadlines_pkey ON public.post_deadlines USING btree (post_id, kind);
CREATE INDEX post_readers_institution_id_person_id_idx ON public.post_readers USING btree (institution_id, person_id);
CREATE UNIQUE INDEX post_readers_pkey ON public.post_readers USING btree (post_id, person_id);
CREATE UNIQUE INDEX post_remarks_pkey ON public.post_remarks USING btree (id);
CREATE INDEX post_remarks_post_id_at_idx ON public.post_remarks USING btree (post_id, at);
CREATE INDEX post_versions_images ON public.post_versions USING gin (institution_id, ((content -> 'images'::text)) jsonb_path_ops);
CREATE UNIQUE INDEX post_versions_pkey ON public.post_versions USING btree (post_id, no);
CREATE INDEX posts_by_change ON public.posts USING btree (institution_id, updated_at DESC, id DESC);
CREATE INDEX posts_by_due ON public.posts USING btree (institution_id, due_at, id) WHERE (due_at IS NOT NULL);
CREATE INDEX posts_by_origin ON public.posts USING btree (origin_post_id) WHERE (origin_post_id IS NOT NULL);
CREATE INDEX posts_by_plan_item ON public.posts USING btree (plan_item_id);
CREATE INDEX posts_by_state ON public.posts USING btree (institution_id, state, updated_at DESC, id DESC);
CREATE INDEX posts_campaign_id_idx ON public.posts USING btree (campaign_id);
CREATE INDEX posts_in_review ON public.posts USING btree (institution_id, due_at, id) WHERE (state = 'in-review'::text);
CREATE UNIQUE INDEX posts_institution_id_id_key ON public.posts USING btree (institution_id, id);
CREATE INDEX posts_of_author ON public.posts USING btree (institution_id, author_id, due_at, id) WHERE (state = ANY (ARRAY['sent-back'::text, 'draft'::text, 'approved'::text]));
CREATE INDEX posts_overdue ON public.posts USING btree (due_at) WHERE (state = ANY (ARRAY['draft'::text, 'in-review'::text, 'approved'::text, 'sent-back'::text]));
CREATE UNIQUE INDEX posts_pkey ON public.posts USING btree (id);
CREATE INDEX posts_search ON public.posts USING gin (institution_id, search_stretch(updated_at), search gin_trgm_ops);
CREATE UNIQUE INDEX push_keys_only_one_key ON public.push_keys USING btree (only_one);
CREATE UNIQUE INDEX push_keys_pkey ON public.push_keys USING btree (id);
CREATE INDEX push_messages_institution_id_notice_id_idx ON public.push_messages USING btree (institution_id, notice_id);
CREATE INDEX push_messages_next_attempt_at_idx ON public.push_messages USING btree (next_attempt_at);
CREATE INDEX push_messages_person_id_idx ON public.push_messages USING btree (person_id);
CREATE UNIQUE INDEX push_messages_pkey ON public.push_messages USING btree (id);
CREATE INDEX push_messages_subscription_id_idx ON public.push_messages USING btree (subscription_id);
CREATE UNIQUE INDEX push_subscriptions_endpoint_key ON public.push_subscriptions USING btree (endpoint);
CREATE INDEX push_subscriptions_person_id_idx ON public.push_subscriptions USING btree (person_id);
CREATE UNIQUE INDEX push_subscriptions_pkey ON public.push_subscriptions USING btree (id);
CREATE UNIQUE INDEX push_subscriptions_session_id_key ON public.push_subscriptions USING btree (session_id);
CREATE UNIQUE INDEX remark_threads_institution_id_id_key ON public.remark_threads USING btree (institution_id, id);
CREATE UNIQUE INDEX remark_threads_pkey ON public.remark_threads USING btree (id);
CREATE INDEX remark_threads_post_id_created_at_idx ON public.remark_threads USING btree (post_id, created_at);
CREATE UNIQUE INDEX remarks_pkey ON public.remarks USING btree (id);
CREATE INDEX remarks_thread_id_at_idx ON public.remarks USING btree (thread_id, at);
CREATE UNIQUE INDEX review_answers_institution_id_id_key ON public.review_answers USING btree (institution_id, id);
CREATE UNIQUE INDEX review_answers_pkey ON public.review_answers USING btree (id);
CREATE INDEX review_answers_post_id_at_idx ON public.review_answers USING btree (post_id, at);
CREATE UNIQUE INDEX review_conditions_pkey ON public.review_conditions USING btree (id);
CREATE INDEX review_conditions_post_id_idx ON public.review_conditions USING btree (post_id);
CREATE INDEX review_seats_open ON public.review_seats USING btree (institution_id, person_id, role) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX review_seats_pkey ON public.review_seats USING btree (id);
CREATE INDEX review_seats_review_id_step_idx ON public.review_seats USING btree (review_id, step);
CREATE UNIQUE INDEX review_settings_pkey ON public.review_settings USING btree (institution_id);
CREATE UNIQUE INDEX review_views_pkey ON public.review_views USING btree (post_id, person_id);
CREATE UNIQUE INDEX reviews_institution_id_id_key ON public.reviews USING btree (institution_id, id);
CREATE INDEX reviews_late ON public.reviews USING btree (deadline_at) WHERE ((ended_at IS NULL) AND (late_told_at IS NULL));
CREATE INDEX reviews_of_post ON public.reviews USING btree (post_id, started_at DESC);
CREATE UNIQUE INDEX reviews_open ON public.reviews USING btree (post_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX reviews_pkey ON public.reviews USING btree (id);
CREATE INDEX reviews_to_remind ON public.reviews USING btree (remind_at) WHERE ((ended_at IS NULL) AND (reminded_at IS NULL));
CREATE INDEX reviews_urgent ON public.reviews USING btree (institution_id, started_at) WHERE (urgent IS NOT NULL);
CREATE UNIQUE INDEX sandbox_accounts_handle_key ON public.sandbox_accounts USING btree (handle);
CREATE INDEX sandbox_accounts_institution_id_handle_idx ON public.sandbox_accounts USING btree (institution_id, handle);
CREATE UNIQUE INDEX sandbox_accounts_pkey ON public.sandbox_accounts USING btree (id);
CREATE UNIQUE INDEX sandbox_accounts_token_hash_key ON public.sandbox_accounts USING btree (token_hash);
CREATE INDEX sandbox_comments_institution_id_no_idx ON public.sandbox_comments USING btree (institution_id, no);
CREATE UNIQUE INDEX sandbox_comments_pkey ON public.sandbox_comments USING btree (id);
CREATE INDEX sandbox_comments_post_id_no_idx ON public.sandbox_comments USING btree (post_id, no);
CREATE UNIQUE INDEX sandbox_faults_pkey ON public.sandbox_faults USING btree (institution_id, fault);
CREATE INDEX sandbox_media_account_id_created_at_idx ON public.sandbox_media USING btree (account_id, created_at);
CREATE UNIQUE INDEX sandbox_media_account_id_sha256_md5_idx ON public.sandbox_media USING btree (account_id, sha256, md5(alt));
CREATE UNIQUE INDEX sandbox_media_pkey ON public.sandbox_media USING btree (id);
CREATE UNIQUE INDEX sandbox_posts_account_id_key_key ON public.sandbox_posts USING btree (account_id, key);
CREATE INDEX sandbox_posts_account_id_published_at_id_idx ON public.sandbox_posts USING btree (account_id, published_at DESC, id DESC) WHERE (removed_at IS NULL);
CREATE INDEX sandbox_posts_institution_id_published_at_id_idx ON public.sandbox_posts USING btree (institution_id, published_at DESC, id DESC) WHERE (removed_at IS NULL);
CREATE INDEX sandbox_posts_media_ids_idx ON public.sandbox_posts USING gin (media_ids);
CREATE UNIQUE INDEX sandbox_posts_pkey ON public.sandbox_posts USING btree (id);
CREATE INDEX sessions_person_id_idx ON public.sessions USING btree (person_id);
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id);
CREATE UNIQUE INDEX sessions_token_key ON public.sessions USING btree (token);
CREATE INDEX short_link_clicks_institution_id_code_idx ON public.short_link_clicks USING btree (institution_id, code);
CREATE UNIQUE INDEX short_link_clicks_pkey ON public.short_link_clicks USING btree (code, day);
CREATE INDEX short_links_institution_id_account_id_idx ON public.short_links USING btree (institution_id, account_id);
CREATE UNIQUE INDEX short_links_institution_id_code_key ON public.short_links USING btree (institution_id, code);
CREATE INDEX short_links_institution_id_fixed_at_code_idx ON public.short_links USING btree (institution_id, fixed_at, code) WHERE (fixed_at IS NOT NULL);
CREATE INDEX short_links_institution_id_post_id_idx ON public.short_links USING btree (institution_id, post_id);
CREATE UNIQUE INDEX short_links_pkey ON public.short_links USING btree (code);
CREATE INDEX short_links_search ON public.short_links USING gin (institution_id, search gin_trgm_ops) WHERE (fixed_at IS NOT NULL);
CREATE INDEX sign_in_providers_domains_idx ON public.sign_in_providers USING gin (domains);
CREATE UNIQUE INDEX sign_in_providers_institution_id_id_key ON public.sign_in_providers USING btree (institution_id, id);
CREATE UNIQUE INDEX sign_in_providers_pkey ON public.sign_in_providers USING btree (id);
CREATE UNIQUE INDEX sign_in_rules_pkey ON public.sign_in_rules USING btree (institution_id);
CREATE INDEX slot_holds_institution_id_due_at_idx ON public.slot_holds USING btree (institution_id, due_at);
CREATE UNIQUE INDEX slot_holds_pkey ON public.slot_holds USING btree (id);
CREATE UNIQUE INDEX slot_timetables_pkey ON public.slot_timetables USING btree (institution_id, account_id);
CREATE UNIQUE INDEX templates_institution_id_key_key ON public.templates USING btree (institution_id, key);
CREATE UNIQUE INDEX templates_pkey ON public.templates USING btree (id);
CREATE INDEX two_factors_person_id_idx ON public.two_factors USING btree (person_id);
CREATE UNIQUE INDEX two_factors_pkey ON public.two_factors USING btree (id);
CREATE UNIQUE INDEX unlinked_acts_pkey ON public.unlinked_acts USING btree (act_id);
CREATE INDEX verifications_identifier_idx ON public.verifications USING btree (identifier);
CREATE UNIQUE INDEX verifications_pkey ON public.verifications USING btree (id);
CREATE INDEX webhook_deliveries_institution_id_webhook_id_idx ON public.webhook_deliveries USING btree (institution_id, webhook_id);
CREATE UNIQUE INDEX webhook_deliveries_pkey ON public.webhook_deliveries USING btree (webhook_id, id);
CREATE INDEX webhook_deliveries_queued_at_idx ON public.webhook_deliveries USING btree (queued_at);
CREATE INDEX webhook_deliveries_webhook_id_next_attempt_at_idx ON public.webhook_deliveries USING btree (webhook_id, next_attempt_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE UNIQUE INDEX webhooks_institution_id_id_key ON public.webhooks USING btree (institution_id, id);
CREATE UNIQUE INDEX webhooks_pkey ON public.webhooks USING btree (id);
CREATE UNIQUE INDEX word_decisions_pkey ON public.word_decisions USING btree (institution_id, key);
CREATE UNIQUE INDEX work_days_pkey ON public.work_days USING btree (institution_id, person_id);
CREATE UNIQUE INDEX writing_settings_pkey ON public.writing_settings USING btree (institution_id);

alter table accounts enable row level security;
alter table act_links enable row level security;
alter table acts enable row level security;
alter table api_keys enable row level security;
alter table approval_links enable row level security;
alter table approvals enable row level security;
alter table calendar_links enable row level security;
alter table calendar_settings enable row level security;
alter table calendar_views enable row level security;
alter table campaigns enable row level security;
alter table connections enable row level security;
alter table consultations enable row level security;
alter table coordinators enable row level security;
alter table delegations enable row level security;
alter table deliveries enable row level security;
alter table delivery_attempts enable row level security;
alter table election_entries enable row level security;
alter table election_exceptions enable row level security;
alter table election_findings enable row level security;
alter table election_holds enable row level security;
alter table election_periods enable row level security;
alter table glossary_entries enable row level security;
alter table hashtag_sets enable row level security;
alter table idempotency_keys enable row level security;
alter table institutions enable row level security;
alter table invitations enable row level security;
alter table late_turns enable row level security;
alter table link_looks enable row level security;
alter table link_rules enable row level security;
alter table machine_suggestions enable row level security;
alter table mails enable row level security;
alter table media enable row level security;
alter table media_captions enable row level security;
alter table membership_accounts enable row level security;
alter table memberships enable row level security;
alter table network_windows enable row level security;
alter table notice_choices enable row level security;
alter table notices enable row level security;
alter table objectives enable row level security;
alter table outside_approvers enable row level security;
alter table pauses enable row level security;
alter table plan_imports enable row level security;
alter table plan_items enable row level security;
alter table post_deadlines enable row level security;
alter table post_readers enable row level security;
alter table post_remarks enable row level security;
alter table post_versions enable row level security;
alter table posts enable row level security;
alter table push_messages enable row level security;
alter table push_subscriptions enable row level security;
alter table remark_threads enable row level security;
alter table remarks enable row level security;
alter table review_answers enable row level security;
alter table review_conditions enable row level security;
alter table review_seats enable row level security;
alter table review_settings enable row level security;
alter table review_views enable row level security;
alter table reviews enable row level security;
alter table sandbox_accounts enable row level security;
alter table sandbox_comments enable row level security;
alter table sandbox_faults enable row level security;
alter table sandbox_media enable row level security;
alter table sandbox_posts enable row level security;
alter table short_link_clicks enable row level security;
alter table short_links enable row level security;
alter table sign_in_providers enable row level security;
alter table sign_in_rules enable row level security;
alter table slot_holds enable row level security;
alter table slot_timetables enable row level security;
alter table templates enable row level security;
alter table unlinked_acts enable row level security;
alter table webhook_deliveries enable row level security;
alter table webhooks enable row level security;
alter table word_decisions enable row level security;
alter table work_days enable row level security;
alter table writing_settings enable row level security;

create policy tenant on accounts for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on act_links for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on acts for all using ((NOT (institution_id IS DISTINCT FROM ( SELECT current_institution() AS current_institution)))) with check ((NOT (institution_id IS DISTINCT FROM ( SELECT current_institution() AS current_institution))));
create policy tenant on api_keys for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on approval_links for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on approvals for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on calendar_links for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on calendar_settings for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on calendar_views for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on campaigns for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on connections for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on consultations for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy own on coordinators for select using ((person_id = ( SELECT current_person() AS current_person)));
create policy tenant on delegations for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on deliveries for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on delivery_attempts for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy added on election_entries for insert using (true) with check ((
CASE
    WHEN (institution_id IS NULL) THEN is_coordinator()
    ELSE (institution_id = ( SELECT current_institution() AS current_institution))
END AND (EXISTS ( SELECT
   FROM election_periods p
  WHERE (p.id = election_entries.period_id)))));
create policy changed on election_entries for update using (
CASE
    WHEN (institution_id IS NULL) THEN is_coordinator()
    ELSE (institution_id = ( SELECT current_institution() AS current_institution))
END);
create policy seen on election_entries for select using (((institution_id IS NULL) OR (institution_id = ( SELECT current_institution() AS current_institution))));
create policy tenant on election_exceptions for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on election_findings for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on election_holds for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy changed on election_periods for update using (
CASE
    WHEN (institution_id IS NULL) THEN is_coordinator()
    ELSE (institution_id = ( SELECT current_institution() AS current_institution))
END);
create policy declared on election_periods for insert using (true) with check (
CASE
    WHEN (institution_id IS NULL) THEN is_coordinator()
    ELSE (institution_id = ( SELECT current_institution() AS current_institution))
END);
create policy seen on election_periods for select using (((institution_id IS NULL) OR (institution_id = ( SELECT current_institution() AS current_institution))));
create policy tenant on glossary_entries for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on hashtag_sets for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on idempotency_keys for all using ((NOT (institution_id IS DISTINCT FROM ( SELECT current_institution() AS current_institution)))) with check ((NOT (institution_id IS DISTINCT FROM ( SELECT current_institution() AS current_institution))));
create policy own_insert on institutions for insert using (true) with check ((id = ( SELECT current_institution() AS current_institution)));
create policy own_update on institutions for update using ((id = ( SELECT current_institution() AS current_institution)));
create policy public_read on institutions for select using (true);
create policy tenant on invitations for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on late_turns for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on link_looks for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on link_rules for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on machine_suggestions for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on mails for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on media for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on media_captions for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on membership_accounts for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy own on memberships for select using ((person_id = ( SELECT current_person() AS current_person)));
create policy tenant on memberships for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on network_windows for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on notice_choices for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on notices for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on objectives for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on outside_approvers for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy begun on pauses for insert using (true) with check (
CASE
    WHEN (institution_id IS NULL) THEN is_coordinator()
    ELSE (institution_id = ( SELECT current_institution() AS current_institution))
END);
create policy seen on pauses for select using (((institution_id IS NULL) OR (institution_id = ( SELECT current_institution() AS current_institution))));
create policy tenant on plan_imports for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on plan_items for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on post_deadlines for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on post_readers for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on post_remarks for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on post_versions for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on posts for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy own on push_messages for all using ((person_id = ( SELECT current_person() AS current_person))) with check ((person_id = ( SELECT current_person() AS current_person)));
create policy own on push_subscriptions for all using ((person_id = ( SELECT current_person() AS current_person))) with check ((person_id = ( SELECT current_person() AS current_person)));
create policy tenant on remark_threads for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on remarks for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on review_answers for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on review_conditions for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on review_seats for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on review_settings for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on review_views for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on reviews for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on sandbox_accounts for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on sandbox_comments for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on sandbox_faults for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on sandbox_media for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on sandbox_posts for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on short_link_clicks for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on short_links for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on sign_in_providers for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on sign_in_rules for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on slot_holds for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on slot_timetables for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on templates for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on unlinked_acts for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on webhook_deliveries for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on webhooks for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on word_decisions for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on work_days for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));
create policy tenant on writing_settings for all using ((institution_id = ( SELECT current_institution() AS current_institution))) with check ((institution_id = ( SELECT current_institution() AS current_institution)));

grant insert, select, update on accounts to glasnik_app;
grant select on act_links to glasnik_app;
grant insert, select on acts to glasnik_app;
grant delete, insert, select, update on api_keys to glasnik_app;
grant insert, select, update on approval_links to glasnik_app;
grant insert, select, update on approvals to glasnik_app;
grant insert, select, update on calendar_links to glasnik_app;
grant insert, select, update on calendar_settings to glasnik_app;
grant delete, insert, select, update on calendar_views to glasnik_app;
grant insert, select, update on campaigns to glasnik_app;
grant delete, insert, select, update on connections to glasnik_app;
grant insert, select, update on consultations to glasnik_app;
grant select on coordinators to glasnik_app;
grant delete, insert, select, update on credentials to glasnik_app;
grant insert, select, update on delegations to glasnik_app;
grant insert, select, update on deliveries to glasnik_app;
grant insert, select on delivery_attempts to glasnik_app;
grant insert, select, update on election_entries to glasnik_app;
grant insert, select, update on election_exceptions to glasnik_app;
grant insert, select on election_findings to glasnik_app;
grant delete, insert, select, update on election_holds to glasnik_app;
grant insert, select, update on election_periods to glasnik_app;
grant delete, insert, select, update on glossary_entries to glasnik_app;
grant delete, insert, select, update on hashtag_sets to glasnik_app;
grant delete, insert, select, update on idempotency_keys to glasnik_app;
grant insert, select, update on institutions to glasnik_app;
grant delete, insert, select, update on invitations to glasnik_app;
grant insert, select, update on late_turns to glasnik_app;
grant delete, insert, select, update on link_looks to glasnik_app;
grant insert, select, update on link_rules to glasnik_app;
grant insert, select, update on machine_suggestions to glasnik_app;
grant delete, insert, select, update on mails to glasnik_app;
grant delete, insert, select on media to glasnik_app;
grant delete, insert, select, update on media_captions to glasnik_app;
grant delete, insert, select on membership_accounts to glasnik_app;
grant delete, insert, select, update on memberships to glasnik_app;
grant insert, select, update on network_windows to glasnik_app;
grant delete, insert, select, update on notice_choices to glasnik_app;
grant delete, insert, select, update on notices to glasnik_app;
grant delete, insert, select, update on objectives to glasnik_app;
grant insert, select, update on outside_approvers to glasnik_app;
grant delete, insert, select, update on passkeys to glasnik_app;
grant insert, select on pauses to glasnik_app;
grant delete, insert, select, update on people to glasnik_app;
grant delete, insert, select, update on plan_imports to glasnik_app;
grant delete, insert, select, update on plan_items to glasnik_app;
grant insert, select, update on post_deadlines to glasnik_app;
grant insert, select on post_readers to glasnik_app;
grant insert, select on post_remarks to glasnik_app;
grant insert, select on post_versions to glasnik_app;
grant insert, select, update on posts to glasnik_app;
grant delete, insert, select, update on push_keys to glasnik_app;
grant delete, insert, select, update on push_messages to glasnik_app;
grant delete, insert, select, update on push_subscriptions to glasnik_app;
grant insert, select, update on remark_threads to glasnik_app;
grant insert, select on remarks to glasnik_app;
grant insert, select on review_answers to glasnik_app;
grant insert, select, update on review_conditions to glasnik_app;
grant insert, select, update on review_seats to glasnik_app;
grant insert, select, update on review_settings to glasnik_app;
grant insert, select, update on review_views to glasnik_app;
grant insert, select, update on reviews to glasnik_app;
grant delete, insert, select, update on sandbox_accounts to glasnik_app;
grant delete, insert, select, update on sandbox_comments to glasnik_app;
grant delete, insert, select, update on sandbox_faults to glasnik_app;
grant delete, insert, select, update on sandbox_media to glasnik_app;
grant delete, insert, select, update on sandbox_posts to glasnik_app;
grant delete, insert, select, update on sessions to glasnik_app;
grant select on short_link_clicks to glasnik_app;
grant delete, insert, select, update on short_links to glasnik_app;
grant delete, insert, select, update on sign_in_providers to glasnik_app;
grant insert, select, update on sign_in_rules to glasnik_app;
grant delete, insert, select on slot_holds to glasnik_app;
grant insert, select, update on slot_timetables to glasnik_app;
grant delete, insert, select, update on templates to glasnik_app;
grant delete, insert, select, update on two_factors to glasnik_app;
grant select on unlinked_acts to glasnik_app;
grant delete, insert, select, update on verifications to glasnik_app;
grant delete, insert, select, update on webhook_deliveries to glasnik_app;
grant delete, insert, select, update on webhooks to glasnik_app;
grant delete, insert, select, update on word_decisions to glasnik_app;
grant delete, insert, select, update on work_days to glasnik_app;
grant insert, select, update on writing_settings to glasnik_app;

CREATE OR REPLACE FUNCTION public.belongs_elsewhere(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select exists (select 1 from memberships where person_id = person and ended_at is null
                       and institution_id is distinct from current_institution()) $function$
;
CREATE OR REPLACE FUNCTION public.claim_deliveries(worker text, at timestamp with time zone, lease interval, batch integer)
 RETURNS SETOF claimed_delivery
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  reach integer := greatest(batch * 8, 500);
  any_pause boolean := exists (select 1 from pauses where ended_at is null);
  abandoned uuid[];
  wanted uuid[];
  seen integer;
begin
  -- One at a time: two that looked at the same moment could each take one delivery of the same lane.
  perform pg_advisory_xact_lock(hashtext('glasnik claim_deliveries'));

  abandoned := array(
    select id from deliveries where state = 'publishing' and lease_until < clock_timestamp()
    order by lease_until limit batch);

  -- What is due first, as far as the reach goes. Enough unless few lanes fill it.
  with reached as (
    select id, account_id, lane, next_attempt_at from deliveries d
    where state in ('scheduled', 'retrying') and next_attempt_at <= at
      and (step = 'sent' or (held_by is null and (not any_pause or not exists (
        select 1 from pauses p where p.ended_at is null
          and (p.institution_id is null or p.institution_id = d.institution_id)
          and (d.let_through_at is null or d.let_through_at < p.started_at)))))
    order by next_attempt_at, id limit reach
  ),
  firsts as (
    select distinct on (account_id, lane) id, account_id, lane, next_attempt_at from reached
    order by account_id, lane, next_attempt_at, id
  ),
  free as (
    select id from firsts where not exists (
      select 1 from deliveries busy where busy.state = 'publishing'
        and busy.account_id = firsts.account_id and busy.lane = firsts.lane)
    order by next_attempt_at, id limit batch
  )
  select array(select id from free), (select count(*) from reached) into wanted, seen;

  -- One account with a long queue stands before all others: go from lane to lane instead.
  if cardinality(wanted) < batch and seen = reach then
    wanted := array(
      with recursive lanes as (
        (select account_id, lane from deliveries where state in ('scheduled', 'retrying')
         order by account_id, lane limit 1)
        union all
        select following.account_id, following.lane from lanes, lateral (
          select d.account_id, d.lane from deliveries d
          where d.state in ('scheduled', 'retrying') and (d.account_id, d.lane) > (lanes.account_id, lanes.lane)
          order by d.account_id, d.lane limit 1) following
      )
      select first.id from lanes, lateral (
        select d.id, d.next_attempt_at from deliveries d
        where d.account_id = lanes.account_id and d.lane = lanes.lane
          and d.state in ('scheduled', 'retrying') and d.next_attempt_at <= at
          and (d.step = 'sent' or (d.held_by is null and (not any_pause or not exists (
            select 1 from pauses p where p.ended_at is null
              and (p.institution_id is null or p.institution_id = d.institution_id)
              and (d.let_through_at is null or d.let_through_at < p.started_at)))))
        order by d.next_attempt_at, d.id limit 1) first
      where not exists (select 1 from deliveries busy where busy.state = 'publishing'
                        and busy.account_id = lanes.account_id and busy.lane = lanes.lane)
      order by first.next_attempt_at, first.id limit batch);
  end if;

  return query
  with locked as (
    select d.id, d.state = 'publishing' as recovered from deliveries d
    where d.id = any((abandoned || wanted)[:batch])
      and (d.state in ('scheduled', 'retrying') or (d.state = 'publishing' and d.lease_until < clock_timestamp()))
    for update skip locked
  )
  update deliveries d set state = 'publishing', lease_by = worker, lease_until = clock_timestamp() + lease,
    attempts = d.attempts + 1, trying_since = coalesce(d.trying_since, at)
  from locked where d.id = locked.id
  returning d.id, d.institution_id, d.post_id, d.version, d.account_id, d.variant, d.step, d.due_at, d.attempts,
    d.tries, d.trying_since, d.sent_at, d.handle, d.request_id, locked.recovered;
end $function$
;
CREATE OR REPLACE FUNCTION public.claim_mails(at timestamp with time zone, lease interval, batch integer)
 RETURNS SETOF mails
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update mails set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + lease
  where id in (
    select id from mails
    where (state = 'waiting' and next_attempt_at <= at) or (state = 'sending' and lease_until < clock_timestamp())
    order by next_attempt_at, id limit batch for update skip locked)
  returning *
$function$
;
CREATE OR REPLACE FUNCTION public.claim_push_messages(at timestamp with time zone, lease interval, batch integer)
 RETURNS SETOF push_messages
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update push_messages set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + lease
  where id in (
    select id from push_messages
    where (state = 'waiting' and next_attempt_at <= at) or (state = 'sending' and lease_until < clock_timestamp())
    order by next_attempt_at, id limit batch for update skip locked)
  returning *
$function$
;
CREATE OR REPLACE FUNCTION public.claim_renewals(now timestamp with time zone, hold_ms integer, batch integer)
 RETURNS TABLE(institution_id uuid, id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ update accounts set renew_at = now + make_interval(secs => hold_ms / 1000.0)
        where accounts.id in (
          select due.id from accounts due where due.state = 'connected' and due.renew_at <= now
          order by due.renew_at limit batch for update skip locked)
        returning accounts.institution_id, accounts.id $function$
;
CREATE OR REPLACE FUNCTION public.claim_webhook_deliveries(at timestamp with time zone, lease interval, batch integer)
 RETURNS SETOF webhook_deliveries
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update webhook_deliveries d
  set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + lease
  from (
    select w.id as webhook_id, due.id
    from webhooks w cross join lateral (
      select n.id, n.next_attempt_at from webhook_deliveries n
      where n.webhook_id = w.id and ((n.state = 'waiting' and n.next_attempt_at <= claim_webhook_deliveries.at)
        or (n.state = 'sending' and n.lease_until < clock_timestamp()))
      order by n.next_attempt_at, n.id limit 1) due
    where not exists (select from webhook_deliveries h
      where h.webhook_id = w.id and h.state = 'sending' and h.lease_until >= clock_timestamp())
    order by due.next_attempt_at limit batch
    for no key update of w skip locked) next
  where d.webhook_id = next.webhook_id and d.id = next.id
    and (d.state = 'waiting' or (d.state = 'sending' and d.lease_until < clock_timestamp()))
  returning d.*
$function$
;
CREATE OR REPLACE FUNCTION public.count_short_link_clicks(codes text[], days date[], of_people integer[], of_machines integer[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into short_link_clicks as c (code, institution_id, day, people, machines)
  select s.code, s.institution_id, n.day, n.people, n.machines
  from unnest(codes, days, of_people, of_machines) as n (code, day, people, machines)
    join short_links s on s.code = n.code and s.fixed_at is not null
  order by s.code, n.day
  on conflict (code, day) do update
    set people = c.people + excluded.people, machines = c.machines + excluded.machines
$function$
;
CREATE OR REPLACE FUNCTION public.current_institution()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('glasnik.institution', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('glasnik.person', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION public.delivery_backlog(at timestamp with time zone, OUT due bigint, OUT under_way bigint, OUT late bigint)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select
    (select count(*) from deliveries where state in ('scheduled', 'retrying') and next_attempt_at <= at),
    (select count(*) from deliveries where state = 'publishing'),
    (select count(*) from deliveries where state in ('scheduled', 'retrying', 'publishing')
       and due_at < at - interval '60 seconds' and not delivery_is_held(institution_id, held_by, let_through_at))
$function$
;
CREATE OR REPLACE FUNCTION public.delivery_is_held(institution uuid, held_by uuid, let_through_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select held_by is not null or exists (
    select 1 from pauses p where p.ended_at is null and (p.institution_id is null or p.institution_id = institution)
      and (let_through_at is null or let_through_at < p.started_at))
$function$
;
CREATE OR REPLACE FUNCTION public.due_digests(at timestamp with time zone, batch integer)
 RETURNS TABLE(institution_id uuid, person_id uuid, day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select m.institution_id, m.person_id, (at at time zone i.time_zone)::date
  from (select distinct institution_id, person_id from memberships where ended_at is null) m
  join institutions i on i.id = m.institution_id and not i.is_demo
  left join work_days w on w.institution_id = m.institution_id and w.person_id = m.person_id
  where coalesce(w.digest, true)
    and coalesce(w.digested_on, '-infinity'::date) < (at at time zone i.time_zone)::date
    and extract(epoch from (at at time zone i.time_zone)::time - coalesce(w.digest_at, '07:30')::time)
      between 0 and 10800
  limit batch
$function$
;
CREATE OR REPLACE FUNCTION public.due_reviews(now timestamp with time zone, batch integer)
 RETURNS TABLE(institution_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select institution_id, id from reviews
        where ended_at is null
          and ((remind_at <= now and reminded_at is null) or (deadline_at <= now and late_told_at is null))
        order by started_at limit batch $function$
;
CREATE OR REPLACE FUNCTION public.end_pause(pause uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  house uuid;
  began timestamptz;
  held integer;
begin
  perform lock_pauses();
  update pauses set ended_at = at, ended_by = current_person()
  where id = pause and ended_at is null
    and case when institution_id is null then is_coordinator() else institution_id = current_institution() end
  returning institution_id, started_at into house, began;
  if not found then return null; end if;
  update deliveries set held_by = pause
  where (house is null or institution_id = house) and held_by is null and next_attempt_at <= at
    and (state in ('scheduled', 'retrying', 'blocked') or (state = 'publishing' and step <> 'sent'))
    and (let_through_at is null or let_through_at < began);
  get diagnostics held = row_count;
  return held;
end $function$
;
CREATE OR REPLACE FUNCTION public.ending_grants(now timestamp with time zone, days integer[], batch integer)
 RETURNS TABLE(institution_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select institution_id, id from accounts
        where state = 'connected' and grant_ends_at is not null
          and (grant_ends_at <= now or exists (
            select from unnest(days) as due(day)
            where grant_ends_at <= now + make_interval(days => due.day) and coalesce(grant_warned > due.day, true)))
        order by grant_ends_at limit batch $function$
;
CREATE OR REPLACE FUNCTION public.ending_media_rights(from_day date, by_day date, batch integer)
 RETURNS TABLE(institution_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select m.institution_id, m.id from media m
        where exists (select from (values (m.licensed_until), (m.consent_until)) as ends (on_day)
          where on_day between from_day and by_day and on_day > coalesce(m.end_told_on, '-infinity'))
        order by m.id limit batch $function$
;
CREATE OR REPLACE FUNCTION public.find_api_key(key_hash text)
 RETURNS TABLE(id uuid, institution_id uuid, role text, name text, scopes text[], ends_at timestamp with time zone, last_used_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id, institution_id, role, name, scopes, ends_at, last_used_at
    from api_keys where hash = key_hash and revoked_at is null $function$
;
CREATE OR REPLACE FUNCTION public.find_approval_link(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select institution_id from approval_links where id = wanted $function$
;
CREATE OR REPLACE FUNCTION public.find_calendar_link(asked text)
 RETURNS TABLE(id uuid, institution_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id, institution_id, person_id from calendar_links where hash = asked and revoked_at is null $function$
;
CREATE OR REPLACE FUNCTION public.find_sandbox_account(hash text)
 RETURNS TABLE(id uuid, institution_id uuid, handle text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id, institution_id, handle from sandbox_accounts where token_hash = hash $function$
;
CREATE OR REPLACE FUNCTION public.find_sandbox_handle(wanted text)
 RETURNS TABLE(id uuid, institution_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id, institution_id from sandbox_accounts where handle = wanted $function$
;
CREATE OR REPLACE FUNCTION public.find_sandbox_media(wanted uuid)
 RETURNS TABLE(institution_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select institution_id from sandbox_media where id = wanted $function$
;
CREATE OR REPLACE FUNCTION public.find_sign_in_provider(provider uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select institution_id from sign_in_providers where id = provider $function$
;
CREATE OR REPLACE FUNCTION public.forget_idempotency_keys(before timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ with gone as (delete from idempotency_keys where created_at < before returning 1) select count(*) from gone $function$
;
CREATE OR REPLACE FUNCTION public.forget_mails(before timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with gone as (delete from mails where state in ('sent', 'refused', 'failed') and queued_at < before returning 1)
  select count(*) from gone
$function$
;
CREATE OR REPLACE FUNCTION public.forget_notices(read_before timestamp with time zone, all_before timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with gone as (
    delete from notices where at < all_before
      or at < read_before and (read_at is not null or not studio) and mail <> 'waiting' and push <> 'waiting'
    returning 1)
  select count(*) from gone
$function$
;
CREATE OR REPLACE FUNCTION public.forget_push_endpoint(address text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  delete from push_subscriptions where endpoint = address
$function$
;
CREATE OR REPLACE FUNCTION public.forget_webhook_deliveries(before timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  delete from webhook_deliveries where queued_at < before and state in ('delivered', 'failed')
$function$
;
CREATE OR REPLACE FUNCTION public.grants_of_me(at timestamp with time zone)
 RETURNS TABLE(institution_id uuid, principal_id uuid, role text, account_ids uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select m.institution_id, holder.principal_id, m.role,
    (select array_agg(a.account_id order by a.account_id) from membership_accounts a where a.membership_id = m.id)
  from (
    select null::uuid as institution_id, current_person() as person_id, null::uuid as principal_id
    union
    select d.institution_id, d.principal_id, d.principal_id from delegations d
    where d.delegate_id = current_person() and d.ended_at is null and d.starts_at <= at and d.ends_at > at
  ) holder
  join memberships m on m.person_id = holder.person_id and m.ended_at is null
    and (holder.institution_id is null or m.institution_id = holder.institution_id)
  -- Who has left the institution signs for nobody there.
  where holder.principal_id is null or exists (select 1 from memberships own where own.person_id = current_person()
    and own.institution_id = m.institution_id and own.ended_at is null)
  order by 1, 2, 3 $function$
;
CREATE OR REPLACE FUNCTION public.heed_window()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  closed record;
begin
  select w.opens_at, w.reason into closed from network_windows w
    where w.account_id = new.account_id and w.opens_at > new.next_attempt_at;
  if found then
    new.next_attempt_at := closed.opens_at;
    new.reason := closed.reason;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.hold_late(delivery uuid, at timestamp with time zone, fresh uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  house uuid := current_institution();
  asked uuid;
begin
  perform pg_advisory_xact_lock(hashtext('glasnik outage ' || house));
  select p.id into asked from pauses p
  where p.institution_id = house and p.cause = 'outage' and p.started_at > at - interval '12 hours'
    and exists (select 1 from deliveries d where d.held_by = p.id and d.institution_id = house
      and d.state in ('scheduled', 'retrying', 'publishing', 'blocked'))
  order by p.started_at desc limit 1;
  if asked is null then
    insert into pauses (id, institution_id, reason, started_at, ended_at, cause)
    values (fresh, house, '', at, at, 'outage');
  end if;
  update deliveries set held_by = coalesce(asked, fresh), let_through_at = null where id = delivery;
  return asked is null;
end $function$
;
CREATE OR REPLACE FUNCTION public.institution_of_invitation(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select institution_id from invitations where id = wanted $function$
;
CREATE OR REPLACE FUNCTION public.institutions_in_election(at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select i.id from institutions i where exists (
      select from election_periods p where p.withdrawn_at is null and p.ends_at > at
        and (p.institution_id is null or p.institution_id = i.id))
    or exists (
      select from pauses h join election_periods p on p.id = h.period_id where h.institution_id = i.id and p.withdrawn_at is not null
        and exists (select from deliveries d where d.held_by = h.id and d.state in ('scheduled', 'retrying', 'publishing', 'blocked')))
$function$
;
CREATE OR REPLACE FUNCTION public.is_coordinator()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select exists (select 1 from coordinators where person_id = current_person()) $function$
;
CREATE OR REPLACE FUNCTION public.keep_short_links()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.fixed_at is not null and (tg_op = 'DELETE' or new.* is distinct from old.*) then
    raise exception 'a short link that went out is never changed or removed' using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$
;
CREATE OR REPLACE FUNCTION public.link_acts(batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  act record;
  last_no bigint;
  last_hash bytea;
  link_hash bytea;
  chain uuid;
  told uuid;
  linked integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('glasnik link_acts')) then return 0; end if;
  for act in
    with taken as (
      delete from unlinked_acts where act_id in
        (select act_id from unlinked_acts order by institution_id, act_id limit batch)
      returning act_id, institution_id
    )
    select taken.act_id, taken.institution_id, acts.hash
    from taken join acts on acts.id = taken.act_id order by taken.institution_id, taken.act_id
  loop
    if chain is distinct from act.institution_id then
      chain := act.institution_id;
      select no, hash into last_no, last_hash from act_links where institution_id = chain order by no desc limit 1;
      if not found then last_no := 0; last_hash := '\x'; end if;
    end if;
    link_hash := sha256(last_hash || act.hash);
    insert into act_links values (chain, last_no + 1, act.act_id, last_hash, link_hash);
    last_no := last_no + 1;
    last_hash := link_hash;
    linked := linked + 1;
    if chain is distinct from told then
      perform pg_notify('glasnik_events', chain::text);
      told := chain;
    end if;
  end loop;
  return linked;
end $function$
;
CREATE OR REPLACE FUNCTION public.lock_pauses()
 RETURNS void
 LANGUAGE sql
AS $function$ select pg_advisory_xact_lock(hashtext('glasnik pauses')) $function$
;
CREATE OR REPLACE FUNCTION public.mark_sent(worker text, delivery uuid, claim integer, prepared jsonb, at timestamp with time zone, lease interval, notes jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  owner uuid;
  noted_now integer;
begin
  perform pg_advisory_xact_lock_shared(hashtext('glasnik pauses'));
  update deliveries d set step = 'sent', handle = prepared, sent_at = at, lease_until = clock_timestamp() + lease,
    noted = noted + jsonb_array_length(notes)
  where id = delivery and lease_by = worker and attempts = claim and held_by is null
    and not exists (
      select 1 from pauses p where p.ended_at is null
        and (p.institution_id is null or p.institution_id = d.institution_id)
        and (d.let_through_at is null or d.let_through_at < p.started_at))
  returning institution_id, noted into owner, noted_now;
  if not found then
    return case when exists (select 1 from deliveries where id = delivery and lease_by = worker and attempts = claim)
      then 'held' else 'lost' end;
  end if;
  insert into delivery_attempts (delivery_id, no, institution_id, act, outcome, reason, started_at, ended_at, worker)
  select delivery, noted_now - jsonb_array_length(notes) + ordinal, owner, note->>'act', note->>'outcome', nullif(note->'reason', 'null'),
    (note->>'startedAt')::timestamptz, (note->>'endedAt')::timestamptz, worker
  from jsonb_array_elements(notes) with ordinality as listed (note, ordinal);
  return 'marked';
end $function$
;
CREATE OR REPLACE FUNCTION public.next_delivery(at timestamp with time zone, OUT due timestamp with time zone, OUT lease_ms double precision)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select
    (select next_attempt_at from deliveries where state in ('scheduled', 'retrying') and next_attempt_at > at
     order by next_attempt_at limit 1),
    (select extract(epoch from min(lease_until) - clock_timestamp()) * 1000 from deliveries where state = 'publishing')
$function$
;
CREATE OR REPLACE FUNCTION public.note_unlinked_act()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into unlinked_acts
  select id, coalesce(institution_id, '00000000-0000-0000-0000-000000000000') from added;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.open_short_link(asked_code text, asked_host text)
 RETURNS TABLE(target text, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s.target, i.time_zone from short_links s join institutions i on i.id = s.institution_id
  where s.code = asked_code and s.fixed_at is not null
    and not exists (select from link_rules r where r.host = asked_host and r.host_checked_at is not null
      and r.institution_id <> s.institution_id)
$function$
;
CREATE OR REPLACE FUNCTION public.overdue_posts(before timestamp with time zone, batch integer)
 RETURNS TABLE(institution_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select institution_id, id from posts
        where due_at < before and state in ('draft', 'in-review', 'approved', 'sent-back')
        order by due_at limit batch $function$
;
CREATE OR REPLACE FUNCTION public.picture_is_out(media_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (
    select 1 from post_versions v
    join deliveries d on d.post_id = v.post_id and d.version = v.no and d.state = 'published'
    join posts p on p.id = v.post_id and p.state <> 'withdrawn'
    where v.institution_id = current_institution()
      and v.content -> 'images' @> jsonb_build_array(jsonb_build_object('mediaId', media_id)))
$function$
;
CREATE OR REPLACE FUNCTION public.posts_showing(media_id uuid)
 RETURNS TABLE(post_id uuid, now boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select v.post_id, bool_or(v.no = p.version) from post_versions v join posts p on p.id = v.post_id
    where v.institution_id = current_institution()
      and v.content -> 'images' @> jsonb_build_array(jsonb_build_object('mediaId', media_id))
    group by v.post_id
  $function$
;
CREATE OR REPLACE FUNCTION public.queue_webhooks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into webhook_deliveries (webhook_id, id, institution_id, event, act_id, subject_type, subject_id, version, at,
    queued_at, next_attempt_at)
  select w.id, a.id, w.institution_id, a.kind, a.id, a.subject_type, a.subject_id, a.version, a.at, a.at, a.at
  from added a join webhooks w on w.state = 'on' and a.kind = any (w.events)
    and (a.institution_id is null or a.institution_id = w.institution_id)
  for key share of w;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION public.renew_leases(worker text, at timestamp with time zone, ids uuid[], claims integer[], lease interval)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with kept as (
    update deliveries d set lease_until = clock_timestamp() + lease
    from unnest(ids, claims) as held (id, claim)
    where d.id = held.id and d.attempts = held.claim and d.lease_by = worker
    returning d.id, d.post_id
  ),
  -- Never waits for a post: somebody who holds one may be waiting for its deliveries.
  begun as (
    select p.id from posts p where p.id in (select post_id from kept) and p.state = 'scheduled'
    for update skip locked
  ),
  moved as (update posts p set state = 'publishing', updated_at = at from begun where p.id = begun.id)
  select id from kept
$function$
;
CREATE OR REPLACE FUNCTION public.request_was_done(asked text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select exists (select 1 from acts where request_id = asked) $function$
;
CREATE OR REPLACE FUNCTION public.search_media(patterns text[], before_id uuid, batch integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public'
AS $function$
  select id from media where institution_id = current_institution() and search like all (patterns)
    and (before_id is null or id < before_id)
  order by id desc limit batch
$function$
;
CREATE OR REPLACE FUNCTION public.search_plan_items(patterns text[], batch integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public'
AS $function$
  select id from plan_items where institution_id = current_institution() and search like all (patterns)
  order by archived_at is not null, due_on desc, id desc limit batch
$function$
;
CREATE OR REPLACE FUNCTION public.search_posts(patterns text[], wanted text, before_at timestamp with time zone, before_id uuid, batch integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  house uuid := current_institution();
  longest text := (select pattern from unnest(patterns) pattern order by length(pattern) desc limit 1);
  older timestamptz;
  stretch integer;
  post record;
  seen integer := 0;
  found integer := 0;
  more integer;
  rare boolean := false;
begin
  for post in
    select id, updated_at, search like all (patterns) as fits from posts
    where institution_id = house and (wanted is null or state = wanted) and (updated_at, id) < (before_at, before_id)
    order by updated_at desc, id desc
  loop
    seen := seen + 1;
    if post.fits then
      found := found + 1;
      return next post.id;
      if found = batch then return; end if;
    end if;
    rare := seen % 100 = 0 and found * 50 < seen and length(longest) >= 5;
    exit when rare;
  end loop;
  if not rare then return; end if;

  stretch := search_stretch(post.updated_at);
  return query
    select id from posts
    where institution_id = house and search_stretch(updated_at) in (stretch, stretch - 1) and search like longest
      and (wanted is null or state = wanted) and (updated_at, id) < (post.updated_at, post.id) and search like all (patterns)
    order by updated_at desc, id desc limit batch - found;
  get diagnostics more = row_count;
  found := found + more;
  older := '2000-01-01 00:00:00+00'::timestamptz + (stretch - 1) * interval '34560000 seconds';
  if found >= batch or older < (select min(updated_at) from posts where institution_id = house) then return; end if;
  return query
    select id from posts
    where institution_id = house and search like longest and updated_at < older
      and (wanted is null or state = wanted) and search like all (patterns)
    order by updated_at desc, id desc limit batch - found;
end $function$
;
CREATE OR REPLACE FUNCTION public.search_stretch(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select floor(extract(epoch from at - '2000-01-01 00:00:00+00'::timestamptz) / 34560000)::integer
$function$
;
CREATE OR REPLACE FUNCTION public.settle_delivery(delivery uuid, post uuid, worker text, claim integer, outcome jsonb, notes jsonb, OUT post_state text, OUT others text[])
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
declare
  done record;
  now_is text;
begin
  select p.state into now_is from posts p where p.id = post for update;
  update deliveries set state = outcome->>'state', step = outcome->>'step', tries = (outcome->>'tries')::integer,
    handle = nullif(outcome->'handle', 'null'), reason = nullif(outcome->'reason', 'null'),
    proof = coalesce(nullif(outcome->'proof', 'null'), proof),
    network_id = coalesce(outcome->'proof'->>'networkId', network_id),
    url = coalesce(outcome->'proof'->>'url', url),
    published_at = coalesce((outcome->>'publishedAt')::timestamptz, published_at),
    next_attempt_at = coalesce((outcome->>'nextAttemptAt')::timestamptz, next_attempt_at),
    noted = noted + jsonb_array_length(notes), lease_by = null, lease_until = null
  where id = delivery and case
    when claim is not null then lease_by = worker and attempts = claim
    else step = 'sent' and state in ('publishing', 'retrying', 'blocked', 'unknown') end
  returning institution_id, noted into done;
  if not found then return; end if;
  insert into delivery_attempts (delivery_id, no, institution_id, act, outcome, reason, started_at, ended_at, worker)
  select delivery, done.noted - jsonb_array_length(notes) + ordinal, done.institution_id, note->>'act', note->>'outcome', nullif(note->'reason', 'null'),
    (note->>'startedAt')::timestamptz, (note->>'endedAt')::timestamptz, worker
  from jsonb_array_elements(notes) with ordinality as listed (note, ordinal);
  post_state := now_is;
  others := array(select o.state from deliveries o where o.post_id = post and o.id <> delivery);
end $function$
;
CREATE OR REPLACE FUNCTION public.short_host_challenge(asked_challenge text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select r.host from link_rules r where r.challenge = asked_challenge
$function$
;
CREATE OR REPLACE FUNCTION public.sign_in_offers(domain text)
 RETURNS TABLE(id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id, name from sign_in_providers where domains @> array[domain] order by name, id limit 20 $function$
;
CREATE OR REPLACE FUNCTION public.sign_in_standing(session uuid)
 RETURNS TABLE(has_factor boolean, strong boolean, reaches_beyond boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(person.two_factor_enabled, false) or exists (select 1 from passkeys k where k.person_id = person.id),
    s.strong or coalesce(provider.vouches, false),
    provider.id is not null and exists (select 1 from memberships m where m.person_id = person.id and m.ended_at is null
      and m.institution_id <> provider.institution_id)
  from sessions s join people person on person.id = s.person_id
    left join sign_in_providers provider on provider.id = s.provider_id
  where s.id = session $function$
;
CREATE OR REPLACE FUNCTION public.steps_to_watch(before timestamp with time zone, batch integer)
 RETURNS TABLE(institution_id uuid, post_ids uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select steps.institution_id, array_agg(distinct steps.post_id) from (
          select d.institution_id, d.post_id from post_deadlines d join posts p on p.id = d.post_id
          where d.person_id is not null and d.done_at is null and d.needed and d.late_told_at is null
            and p.state in ('draft', 'sent-back', 'in-review', 'approved', 'scheduled') and p.due_at < before
          order by p.due_at limit batch) steps
        group by steps.institution_id $function$
;
CREATE OR REPLACE FUNCTION public.tagged_posts(tag text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select id from posts
  where institution_id = current_institution() and state <> 'withdrawn' and search ~ ('#' || tag || '([^a-z0-9_]|$)')
$function$
;
CREATE OR REPLACE FUNCTION public.unread_pictures(batch integer)
 RETURNS TABLE(institution_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select institution_id, id from media where kind = 'image' and read_text is null
        order by uploaded_at desc limit batch $function$
;
CREATE OR REPLACE FUNCTION public.waiting_notices(batch integer)
 RETURNS TABLE(id uuid, institution_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select id, institution_id, person_id from notices where mail = 'waiting' or push = 'waiting' order by at limit batch
$function$
;
CREATE OR REPLACE FUNCTION public.wall(target regclass, rights text DEFAULT 'select, insert, update, delete'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy tenant on %s using (institution_id = (select current_institution()))
                  with check (institution_id = (select current_institution()))', target);
  execute format('grant %s on %s to glasnik_app', rights, target);
end $function$
;

CREATE TRIGGER act_links_stay BEFORE DELETE OR UPDATE ON public.act_links FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER act_links_stay_all BEFORE TRUNCATE ON public.act_links FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acts_stay BEFORE DELETE OR UPDATE ON public.acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acts_stay_all BEFORE TRUNCATE ON public.acts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acts_unlinked AFTER INSERT ON public.acts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_unlinked_act();
CREATE TRIGGER acts_webhooks AFTER INSERT ON public.acts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_webhooks();
CREATE TRIGGER heed_window BEFORE INSERT OR UPDATE OF next_attempt_at ON public.deliveries FOR EACH ROW WHEN ((new.state = ANY (ARRAY['scheduled'::text, 'retrying'::text]))) EXECUTE FUNCTION heed_window();
CREATE TRIGGER post_versions_stay BEFORE DELETE OR UPDATE ON public.post_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_answers_stay BEFORE DELETE OR UPDATE ON public.review_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep BEFORE DELETE OR UPDATE ON public.short_links FOR EACH ROW EXECUTE FUNCTION keep_short_links();
