import { useEffect, useState } from 'react';
import { RULE_NAMES, WRITING_RULES, type RuleLevels } from '#/language/checks/index.ts';
import { useRead } from '../../api/index.ts';
import { useMoreWords } from '../../words/index.ts';

type Rules = typeof import('#/language/checks/texts.ts');

/** Codes of the rules that are checked here; the server adds those for which it has to look elsewhere. */
export const LOCAL_CODES: ReadonlySet<string> = new Set(
  RULE_NAMES.filter((rule) => !('server' in WRITING_RULES[rule])).map((rule) => `writing.${rule}`),
);

let rules: Rules | null = null;

/** The rules of good writing, loaded after the composer itself: nobody has typed anything before they are there. */
export function useWritingRules(): { check: Rules['checkWriting']; levels: RuleLevels } | null {
  const [loaded, setLoaded] = useState(rules);
  const words = useMoreWords('writing');
  const { data } = useRead('getWritingSettings', {}, { staleTime: 60_000 });
  useEffect(() => {
    if (loaded) return undefined;
    let current = true;
    // Where they do not come the server's own checks stand in, a save later.
    void import('#/language/checks/texts.ts').then(
      (module) => {
        rules = module;
        if (current) setLoaded(module);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [loaded]);
  return loaded && words && data ? { check: loaded.checkWriting, levels: data.levels } : null;
}
