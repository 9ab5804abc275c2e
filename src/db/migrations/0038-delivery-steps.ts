/** How far a delivery of several steps has come: uploads that can be gone on with, parts that stand there. */
export const statements = `
alter table deliveries add column steps jsonb;
`;
