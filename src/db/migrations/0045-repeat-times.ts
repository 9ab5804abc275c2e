/**
 * When a repeat was first meant to go out. One that was moved is still that repeat, and its first time is not made
 * again; a database that has some already takes them as they stand.
 */
export const statements = `
alter table posts add column origin_due_at timestamptz check (origin_due_at is null or origin_kind = 'repeat');
update posts set origin_due_at = due_at where origin_kind = 'repeat';
`;
