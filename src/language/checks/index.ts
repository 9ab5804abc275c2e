export type { Check, Mend } from './check.ts';
export {
  FIRST_COMMENT,
  checkContent,
  commentFor,
  textFor,
  type ContentCheckInput,
  type TargetAccount,
  type VideoLimit,
} from './content.ts';
export {
  RULE_LEVELS,
  RULE_NAMES,
  WRITING_RULES,
  levelOf,
  type RuleLevel,
  type RuleLevels,
  type RuleName,
} from './rules.ts';
