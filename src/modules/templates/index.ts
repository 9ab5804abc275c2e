import './tables.ts';

export {
  changeHashtagSet,
  dropHashtagSet,
  keepHashtagSet,
  listHashtagSets,
  readHashtagSet,
  type HashtagSetRow,
} from './hashtag-sets.ts';
