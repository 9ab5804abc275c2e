import type { Election, ElectionView } from '#/contract/index.ts';
import {
  POLLS_ZONE,
  stateOf,
  type EntryRow,
  type PeriodRow,
  type PeriodView,
} from '#/modules/elections/index.ts';
import { instant, instantOrNull, person } from './presenters.ts';

const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(POLLS_ZONE).toPlainDateTime();
const dayOf = (at: Temporal.Instant): string => local(at).toPlainDate().toString();
const timeOf = (at: Temporal.Instant): string => local(at).toPlainTime().toString({ smallestUnit: 'minute' });
const scopeOf = (institutionId: string | null) => (institutionId === null ? 'all' : 'institution');

export const presentPeriod = (row: PeriodRow, now: Temporal.Instant): Election => ({
  id: row.id,
  scope: scopeOf(row.institution_id),
  name: row.name,
  level: row.level,
  state: stateOf(row, now),
  startsOn: dayOf(row.starts_at),
  pollingOn: dayOf(row.opens_at),
  endsOn: dayOf(row.ends_at.subtract({ seconds: 1 })),
  opensAt: timeOf(row.opens_at),
  closesAt: timeOf(row.closes_at),
  silenceFrom: local(row.silence_at).toString({ smallestUnit: 'minute' }),
  moments: {
    start: instant(row.starts_at),
    silence: instant(row.silence_at),
    close: instant(row.closes_at),
    end: instant(row.ends_at),
  },
  declaredBy: person(row.declared_by, row.declared_by_name),
  declaredAt: instant(row.declared_at),
  withdrawnAt: instantOrNull(row.withdrawn_at),
  revision: row.revision,
});

const presentEntry = (row: EntryRow): ElectionView['entries'][number] => ({
  id: row.id,
  scope: scopeOf(row.institution_id),
  kind: row.kind,
  name: row.name,
  why: row.why,
  shortForm: row.short_form,
  slogans: row.slogans,
  hashtags: row.hashtags,
  familyAlone: row.family_alone,
});

export const presentView = (
  { period, entries }: PeriodView,
  secondApprovers: number | null,
  now: Temporal.Instant,
): { body: ElectionView; version: number } => ({
  body: { election: presentPeriod(period, now), entries: entries.map(presentEntry), secondApprovers },
  version: period.revision,
});

export const entryIn = ({
  electionId,
  electionEntryId,
}: {
  electionId: string;
  electionEntryId: string;
}) => ({
  electionId,
  entryId: electionEntryId,
});
