/** How links of posts go out, the short ones among them, and how often those are opened: a figure for a day, no person. */
export const statements = `
create table link_rules (
  institution_id uuid primary key references institutions,
  tagging boolean not null,
  -- Its own websites, as plainHost writes them; no other address is ever changed.
  hosts text[] not null,
  -- What the parameters utm_… are filled with; empty: not put.
  source text not null,
  medium text not null,
  campaign text not null,
  content text not null,
  shortening boolean not null,
  -- The host of its short addresses; null: the program's own. Used once it has answered the challenge.
  host text,
  challenge text,
  host_checked_at timestamptz,
  revision integer not null,
  changed_by uuid references people,
  changed_at timestamptz not null,
  check ((host is null) = (challenge is null)),
  check (host is not null or host_checked_at is null)
);
-- Whoever only claims a host keeps nobody else from it.
create unique index on link_rules (host) where host_checked_at is not null;
create unique index on link_rules (challenge) where challenge is not null;
select wall('link_rules', 'select, insert, update');

create table short_links (
  code text primary key check (code ~ '^[2-9a-hjkmnp-z]{8}$'),
  institution_id uuid not null references institutions,
  post_id uuid not null,
  account_id uuid not null,
  variant text not null,
  target text not null check (target ~* '^https?://'),
  -- Folded target and code.
  search text not null,
  created_at timestamptz not null,
  -- The post went on its way with it. From then on it leads somewhere, always there.
  fixed_at timestamptz,
  unique (institution_id, code),
  -- A post gets its codes in the transaction that makes it.
  foreign key (institution_id, post_id) references posts (institution_id, id) deferrable initially deferred,
  foreign key (institution_id, account_id) references accounts (institution_id, id)
);
create index on short_links (institution_id, post_id);
create index on short_links (institution_id, account_id);
create index on short_links (institution_id, fixed_at, code) where fixed_at is not null;
create index short_links_search on short_links using gin (institution_id, search gin_trgm_ops)
  where fixed_at is not null;
select wall('short_links');

create function keep_short_links() returns trigger language plpgsql as $$
begin
  if old.fixed_at is not null and (tg_op = 'DELETE' or new.* is distinct from old.*) then
    raise exception 'a short link that went out is never changed or removed' using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep before update or delete on short_links for each row execute function keep_short_links();

create table short_link_clicks (
  code text not null,
  institution_id uuid not null,
  -- At the institution.
  day date not null,
  people integer not null default 0,
  -- What opens links by itself: networks that draw a card, search engines, scanners.
  machines integer not null default 0,
  primary key (code, day),
  foreign key (institution_id, code) references short_links (institution_id, code)
);
create index on short_link_clicks (institution_id, code);
select wall('short_link_clicks', 'select');

-- Whoever opens an address has no institution. A host of an institution leads to that institution's pages only.
create function open_short_link(asked_code text, asked_host text) returns table (target text, time_zone text)
  language sql stable security definer set search_path = public as $$
  select s.target, i.time_zone from short_links s join institutions i on i.id = s.institution_id
  where s.code = asked_code and s.fixed_at is not null
    and not exists (select from link_rules r where r.host = asked_host and r.host_checked_at is not null
      and r.institution_id <> s.institution_id)
$$;

-- In order, so that two processes that add to the same links do not wait for each other in a circle.
create function count_short_link_clicks(codes text[], days date[], of_people integer[], of_machines integer[])
  returns void language sql security definer set search_path = public as $$
  insert into short_link_clicks as c (code, institution_id, day, people, machines)
  select s.code, s.institution_id, n.day, n.people, n.machines
  from unnest(codes, days, of_people, of_machines) as n (code, day, people, machines)
    join short_links s on s.code = n.code and s.fixed_at is not null
  order by s.code, n.day
  on conflict (code, day) do update
    set people = c.people + excluded.people, machines = c.machines + excluded.machines
$$;

-- The host that is being looked at belongs to nobody yet.
create function short_host_challenge(asked_challenge text) returns text
  language sql stable security definer set search_path = public as $$
  select r.host from link_rules r where r.challenge = asked_challenge
$$;
revoke execute on function open_short_link(text, text), count_short_link_clicks(text[], date[], integer[], integer[]),
  short_host_challenge(text) from public;
grant execute on function open_short_link(text, text), count_short_link_clicks(text[], date[], integer[], integer[]),
  short_host_challenge(text) to glasnik_app;
`;
