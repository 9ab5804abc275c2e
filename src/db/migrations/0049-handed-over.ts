/** A delivery that a person finishes: prepared and handed over, it waits for the word that it is out (docs/adr/0037). */
export const statements = `
alter table deliveries drop constraint deliveries_state_check;
alter table deliveries add constraint deliveries_state_check check (state in ('scheduled', 'retrying', 'publishing', 'published',
  'failed', 'unknown', 'blocked', 'handed-over', 'withdrawn', 'removed'));
drop index deliveries_open;
create index deliveries_open on deliveries (institution_id, due_at, id) where state in ('scheduled', 'retrying', 'publishing',
  'failed', 'unknown', 'blocked', 'handed-over');
`;
