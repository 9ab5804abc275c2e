import './tables.ts';

export {
  changeHashtagSet,
  dropHashtagSet,
  keepHashtagSet,
  listHashtagSets,
  readHashtagSet,
  type HashtagSetRow,
} from './hashtag-sets.ts';
export {
  changeTemplate,
  dropTemplate,
  keepTemplate,
  listTemplates,
  readTemplate,
  type TemplateRow,
} from './templates.ts';
