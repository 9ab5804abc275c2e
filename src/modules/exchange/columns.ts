import { foldForSearch, VARIANTS, type Translate, type Variant } from '#/language/index.ts';

/** The two tables of a plan. In a workbook each is a sheet; a CSV file is one of them. */
export const TABLES = ['plan', 'posts'] as const;
export type TableName = (typeof TABLES)[number];

export type Column = {
  /** `text.bs`; the part before the dot is the key of its name. */
  key: string;
  variant?: Variant;
  /** In characters of a spreadsheet. */
  width: number;
  /** Told by an export; an import passes over it. */
  told?: boolean;
  /** What the drop-down offers. */
  offers?: 'objectives' | 'campaigns' | 'items' | 'accounts' | 'variants';
};

const inVariants = (name: string, width: number): Column[] =>
  VARIANTS.map((variant) => ({ key: `${name}.${variant}`, variant, width }));

/** `id` and `mark` come last of what is read: whoever fills a template need not see them first. */
export const COLUMNS: Readonly<Record<TableName, readonly Column[]>> = {
  plan: [
    { key: 'due', width: 14 },
    ...inVariants('name', 32),
    { key: 'theme', width: 18 },
    { key: 'objective', width: 32, offers: 'objectives' },
    { key: 'campaign', width: 24, offers: 'campaigns' },
    { key: 'variants', width: 18, offers: 'variants' },
    { key: 'id', width: 12 },
    { key: 'mark', width: 12 },
  ],
  posts: [
    { key: 'title', width: 32 },
    { key: 'date', width: 14 },
    { key: 'time', width: 10 },
    { key: 'item', width: 32, offers: 'items' },
    { key: 'accounts', width: 32, offers: 'accounts' },
    ...inVariants('text', 48),
    { key: 'hashtags', width: 20 },
    { key: 'id', width: 12 },
    { key: 'mark', width: 12 },
    { key: 'state', width: 16, told: true },
    { key: 'published', width: 20, told: true },
    { key: 'addresses', width: 40, told: true },
  ],
};

/** Without these a table is not one of ours. */
export const NEEDED: Readonly<Record<TableName, readonly string[]>> = {
  plan: ['due'],
  posts: ['title', 'date'],
};

export type Translators = { of(variant: Variant): { t: Translate } };

/** What stands over a column. */
export function headOf(t: Translate, column: Column): string {
  const name = t(`exchange:column.${column.key.split('.')[0] ?? ''}` as 'exchange:column.due');
  return column.variant ? `${name}: ${t(`common:variant.${column.variant}`)}` : name;
}

export const sheetName = (t: Translate, table: TableName): string => t(`exchange:sheet.${table}`);

/** Letters and digits alone, without diacritics and script: what people change in a heading does not matter. */
export const foldHead = (text: string): string => foldForSearch(text).replace(/[^a-z0-9]+/g, '');

/** What was said about a row that came back; passed over when it comes again. */
const REMARK: Column = { key: 'remark', width: 60, told: true };

/** Every way in which a heading may be written, in any of the five variants or as the key itself. */
export function headsOf(translators: Translators, table: TableName): Map<string, Column> {
  const heads = new Map<string, Column>();
  for (const column of [...COLUMNS[table], REMARK]) {
    heads.set(foldHead(column.key), column);
    for (const variant of VARIANTS) heads.set(foldHead(headOf(translators.of(variant).t, column)), column);
  }
  return heads;
}
