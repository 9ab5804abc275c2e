import { randomBytes } from 'node:crypto';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem, type Fault } from '#/kernel/errors.ts';
import { plainHost, unknownGap } from '#/language/links/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { lockRuleRow, writeRule } from './queries.ts';
import { readLinkRule, type ReadRule } from './read-rule.ts';
import type { LinkRule } from './rules.ts';

export type LinkDeps = { db: Db; clock: Clock; url: string };
export type RuleInput = LinkRule & { host: string | null };

/**
 * Says how links of posts go out from now on. Posts that are saved keep theirs until their text is changed; what is
 * approved keeps them in any case. Another host is used once it has been checked.
 * @param read the revision that the person has seen; 0 where there is no rule yet
 * @throws Problem `input.invalid`, `links.changed` where somebody was faster
 */
export async function changeLinkRule(
  deps: LinkDeps,
  actor: Actor,
  read: number,
  input: RuleInput,
): Promise<ReadRule> {
  permit(actor, 'link.configure');
  const now = deps.clock.now();
  const rule = judged(input, deps.url);
  return deps.db.within(actor, async (tx) => {
    const before = await lockRuleRow(tx);
    const revision = before?.revision ?? 0;
    const changed = () => new Problem('changed', 'links.changed', { detail: { revision } });
    if (revision !== read) throw changed();
    const isSameHost = before !== undefined && before.host === rule.host;
    const fields = {
      ...rule,
      challenge: isSameHost ? before.challenge : rule.host === null ? null : newChallenge(),
      host_checked_at: isSameHost ? before.host_checked_at : null,
      revision: revision + 1,
      changed_by: actor.personId,
    };
    if (!(await writeRule(tx, actor.institutionId, fields, now))) throw changed();
    await record(tx, actor, now, {
      kind: 'links.rule-changed',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      version: fields.revision,
      detail: { tagging: rule.tagging, shortening: rule.shortening, hosts: rule.hosts, host: rule.host },
    });
    return readLinkRule(tx, actor, deps.url);
  });
}

const newChallenge = (): string => randomBytes(24).toString('hex');

function judged(input: RuleInput, publicUrl: string) {
  const faults: Fault[] = [];
  const hosts = input.hosts.map((written, index) => {
    const host = plainHost(written);
    if (host === null) faults.push({ path: `/hosts/${index}`, code: 'links.bad-host' });
    return host ?? '';
  });
  for (const name of ['source', 'medium', 'campaign', 'content'] as const) {
    const gap = unknownGap(input[name]);
    if (gap !== null) faults.push({ path: `/${name}`, code: 'links.unknown-gap', params: { gap } });
  }
  if ((input.tagging || input.shortening) && hosts.length === 0)
    faults.push({ path: '/hosts', code: 'links.no-hosts' });
  const host = shortHost(input.host, publicUrl, faults);
  if (faults.length > 0) throw new Problem('invalid', 'input.invalid', { faults });
  const { tagging, shortening, source, medium, campaign, content } = input;
  return { tagging, shortening, source, medium, campaign, content, hosts: [...new Set(hosts)], host };
}

/** The program's own host needs no entry: it is used where there is none. */
function shortHost(written: string | null, publicUrl: string, faults: Fault[]): string | null {
  if (written === null || written.trim() === '') return null;
  const bare = /^www\./iu.test(written.trim()) ? null : plainHost(written);
  if (bare === null) faults.push({ path: '/host', code: 'links.bad-host' });
  if (bare === new URL(publicUrl).host) return null;
  return bare;
}
