import type { Connector } from '../contract.ts';
import {
  CONDITIONS,
  exceptionFor,
  expectedOf,
  FAULTS,
  type Cell,
  type Exception,
  type Expected,
  type FaultPlan,
  type Place,
} from './matrix-plan.ts';
import { walk } from './matrix-walk.ts';

const INTRO = `# Fault matrix

Written by \`npm run fault-matrix\` from the connectors; do not edit. What each connector makes of every fault at every
request it sends, and of every no a network can say. \`describeConnector\` plays each cell against the network's fake and
compares: nothing may stand there twice in any cell, and nothing counts as published without the network's proof. The
delivery \`renewal\` is a text whose token has expired when it is published.

Faults are laid at the HTTP edge. A delivery goes on after one as the engine takes it on: prepare, keep the handle, publish
once, ask after a doubt, send again only what is surely absent.

| column | fault |
| --- | --- |
| lost-before | connection cut before the network has done anything |
| lost-after | done, and the connection cut before the answer |
| limited, limited-dated | 429 without and with a time to come again |
| error-500, error-500-after | 500 with nothing done; 500 although it was done |
| error-503 | 503, nothing done |
| slow-body, cut-off | done; the answer stops half-way, or breaks off |
| html | a page of a proxy with status 200, nothing done |
| closed | nobody listens there |
| killed | our process dies when the network has done it and the answer is not read yet |

| cell | means |
| --- | --- |
| goes on | needs no second try; out once |
| waits | tries again by itself; out once |
| waits, dated | waits for the time that the network named; out once |
| begins again | the next worker begins anew; out once |
| found | a doubt: the network is asked, has it, and nothing is sent again |
| sent again | a doubt: the network is asked, has it not (or not all parts), and what is missing is sent |
| asks | a doubt that this network cannot answer: a question to a person, out once at most |
| blocked | waits until a person connects the account again; nothing is out |
| failed | refused for good, with the reason; nothing is out |
| gone | the post is taken down |

An asterisk marks an exception; its reason stands below the table.
`;

/** The page of documentation, from deliveries to all fakes without a fault and what is expected with one. */
export async function faultMatrixPage(
  connectors: readonly { connector: Connector; plan: FaultPlan }[],
): Promise<string> {
  const sections: string[] = [];
  for (const { connector, plan } of connectors) {
    const { places } = await walk(connector, plan.startFake);
    sections.push(sectionOf(connector, plan.exceptions, places));
  }
  return [INTRO, ...sections].join('\n').trimEnd() + '\n';
}

function sectionOf(
  { manifest }: Connector,
  exceptions: readonly Exception[],
  places: readonly Place[],
): string {
  const canFind = manifest.abilities.find;
  const seen: Exception[] = [];
  const cell = (it: Cell): string => {
    const exception = exceptionFor(exceptions, it);
    const text = wordOf(expectedOf(exceptions, it, canFind));
    if (!exception) return text;
    if (!seen.includes(exception)) seen.push(exception);
    return `${text} *${seen.indexOf(exception) + 1}`;
  };
  const rows = places.map((place) => [
    place.scenario,
    `${place.phase} ${place.index + 1}`,
    `\`${place.request}\``,
    ...FAULTS.map((on) => cell({ on, place })),
  ]);
  const nos = CONDITIONS.map((on) => [on, cell({ on, place: null })]);
  const notes = seen.map(({ because }, index) => `- *${index + 1} ${because}`);
  return [
    `## ${manifest.name}`,
    '',
    canFind ? 'It can be asked after a doubt.' : 'It cannot be asked after a doubt.',
    '',
    table(['delivery', 'step', 'request', ...FAULTS], rows),
    '',
    table(['the network says', 'then'], nos),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
  ].join('\n');
}

function wordOf(expected: Expected | 'impossible' | 'both'): string {
  if (expected === 'impossible') return 'not there';
  if (expected === 'both') return 'both are out';
  const { said, end } = expected;
  if (end === 'question') return 'asks';
  if (end === 'blocked' || end === 'failed') return end;
  if (said.includes('absent')) return 'sent again';
  if (said.length === 0 && end === 'once') return 'goes on';
  if (said[0] === 'killed') return said.includes('found') ? 'found' : 'begins again';
  if (said[0] === 'unknown') return 'found';
  if (end === 'gone' && said.length === 0) return 'gone';
  return said[0] === 'retry-dated' ? 'waits, dated' : 'waits';
}

const table = (head: readonly string[], rows: readonly string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
