/** What networks took is summed by month: few deliveries have a price, and each keeps that of its day in its proof. */
export const statements = `
create index deliveries_charged on deliveries (institution_id, published_at) where proof ? 'charged';
`;
