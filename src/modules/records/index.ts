export { announce } from './announce.ts';
export { record, type Doer } from './record.ts';
export { verifyChain, type ChainReport, type LinkFault } from './verify-record.ts';
export { HOUSE_CHAIN, idsIn, type NewAct } from './rules.ts';
export {
  linkActs,
  listActRows,
  listChains,
  namesOfPeople,
  type ActFilter,
  type ListedAct,
} from './queries.ts';
