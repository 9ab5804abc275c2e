export { handOver, type HandOverInput } from './hand-over.ts';
export { listHoldings, type Holdings } from './list-holdings.ts';
