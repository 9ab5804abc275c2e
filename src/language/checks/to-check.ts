import type { Check, Finding } from './check.ts';
import { WRITING_RULES, levelOf, type RuleLevels, type RuleName } from './rules.ts';

/** A finding as a check, where the institution has not put the rule aside. */
export function toCheck(
  rule: RuleName,
  levels: RuleLevels,
  path: string,
  { params = {}, start, end, text, mend }: Finding,
): Check[] {
  const level = levelOf(levels, rule);
  if (level === 'off') return [];
  const at = start === undefined || end === undefined ? undefined : { start, end };
  const change = mend ?? (text !== undefined && at ? { ...at, text } : undefined);
  return [
    {
      code: `writing.${rule}`,
      blocks: level === 'block',
      params,
      path,
      source: WRITING_RULES[rule].source,
      ...(at ? { at } : {}),
      ...(change ? { mend: change } : {}),
    },
  ];
}
