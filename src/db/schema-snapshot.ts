import type pg from 'pg';

type Line = { text: string };

const QUERIES: readonly string[] = [
  // Tables with their columns, in the order in which they are read.
  `select format(E'create table %s (\\n%s\\n);', c.relname, string_agg(format('  %s %s%s%s', a.attname,
      format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum)) as text
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
   group by c.relname order by c.relname`,
  `select format('alter table %s add constraint %s %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as text
   from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
     and conrelid::regclass::text not like 'kysely%' and conrelid <> 0
   order by conrelid::regclass::text, conname`,
  `select indexdef || ';' as text from pg_indexes where schemaname = 'public' and tablename not like 'kysely%'
   order by tablename, indexname`,
  `select format('alter table %s enable row level security;', relname) as text from pg_class
   where relnamespace = 'public'::regnamespace and relrowsecurity order by relname`,
  `select format('create policy %s on %s for %s using (%s)%s;', policyname, tablename, lower(cmd), coalesce(qual, 'true'),
      coalesce(' with check (' || with_check || ')', '')) as text
   from pg_policies where schemaname = 'public' order by tablename, policyname`,
  `select format('grant %s on %s to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), table_name, grantee) as text
   from information_schema.role_table_grants where table_schema = 'public' and grantee = 'glasnik_app'
   group by table_name, grantee order by table_name`,
  `select pg_get_functiondef(p.oid) || ';' as text from pg_proc p
   where p.pronamespace = 'public'::regnamespace
     and not exists (select 1 from pg_depend where objid = p.oid and deptype = 'e')
   order by p.proname`,
  `select pg_get_triggerdef(oid) || ';' as text from pg_trigger where not tgisinternal
     and tgrelid::regclass::text not like 'jobs.%' order by tgrelid::regclass::text, tgname`,
];

/** The shape of the database as readable SQL, from its own catalogue: what a reviewer compares and a test guards. */
export async function schemaSnapshot(pool: Pick<pg.Pool, 'query'>): Promise<string> {
  const parts: string[] = [];
  for (const query of QUERIES) {
    const { rows } = await pool.query<Line>(query);
    parts.push(rows.map((row) => row.text.trimEnd()).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
