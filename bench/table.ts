/** One line of a table. `ratio`: this figure by that of the reference, both measured in the same run. */
export type Row = {
  what: string;
  value: number;
  unit: string;
  reference?: string;
  ratio?: number;
  /** What the project has set itself, for the figure or for its ratio. */
  reach?: { of: 'figure' | 'ratio'; atMost: number } | { of: 'figure' | 'ratio'; atLeast: number };
};

export type Part = { title: string; rows: Row[]; notes: readonly string[] };

export type Machine = { cores: number; memoryGb: number; node: string; postgres: string; load: number };

const HEADS = ['what', 'figure', 'reference', 'ratio', 'to reach'] as const;

export const hasReached = ({ value, ratio, reach }: Row): boolean | undefined => {
  if (!reach) return undefined;
  const figure = reach.of === 'figure' ? value : (ratio ?? Number.NaN);
  return 'atMost' in reach ? figure <= reach.atMost : figure >= reach.atLeast;
};

function cellsOf(row: Row): string[] {
  return [
    row.what,
    `${short(row.value)} ${row.unit}`,
    row.reference ?? '',
    row.ratio === undefined ? '' : `${short(row.ratio)} ×`,
    reachOf(row),
  ];
}

function reachOf(row: Row): string {
  const { reach } = row;
  if (!reach) return '';
  const unit = reach.of === 'ratio' ? '×' : row.unit;
  const bound = 'atMost' in reach ? `≤ ${reach.atMost} ${unit}` : `≥ ${reach.atLeast} ${unit}`;
  return `${bound}, ${hasReached(row) ? 'reached' : 'MISSED'}`;
}

/** Three digits that count, and never a power of ten. */
function short(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** For the terminal: aligned columns, without frames. */
export function plainTable(rows: readonly Row[]): string {
  const lines = [HEADS.map(String), ...rows.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  const [heads, ...body] = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [heads, widths.map((width) => '-'.repeat(width)).join('  '), ...body].join('\n');
}

const markdownTable = (rows: readonly Row[]): string =>
  [
    `| ${HEADS.join(' | ')} |`,
    '| --- | ---: | --- | ---: | --- |',
    ...rows.map((row) => `| ${cellsOf(row).join(' | ')} |`),
  ].join('\n');

/** The text of docs/benchmarks.md. */
export function report(parts: readonly Part[], machine: Machine, date: string): string {
  const { cores, memoryGb, node, postgres, load } = machine;
  const busy =
    load > cores
      ? ` The machine was busy with other work (load ${load.toFixed(1)}): ratios can be trusted, figures only as a bound.`
      : '';
  return `${[
    '# Benchmarks',
    '',
    'Written by `npm run bench`; do not edit by hand.',
    `Run on ${date}: ${cores} cores, ${memoryGb.toFixed(0)} GB of memory, Node ${node.replace('v', '')}, PostgreSQL ${postgres}.${busy}`,
    '',
    'To repeat: `npm run bench` for everything, `npm run bench -- --quick` for a small run that writes nothing,',
    '`npm run bench -- lists start` for some of the parts, `npm run bench -- lists --plans` to see the query plans.',
    '',
    'A reference is measured in the same run on the same machine, so that the ratio holds where the figure does not.',
    ...parts.flatMap(({ title, rows, notes }) => [
      '',
      `## ${title}`,
      '',
      markdownTable(rows),
      ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : []),
    ]),
  ].join('\n')}\n`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** The value that `share` per cent of all do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? Number.NaN;
}
