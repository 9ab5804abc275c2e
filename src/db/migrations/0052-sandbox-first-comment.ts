/** What a practice account itself says first below its post; it goes out with the post and is removed with it. */
export const statements = `
alter table sandbox_posts add column comment text not null default '';
`;
