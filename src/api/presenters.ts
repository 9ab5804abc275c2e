import type {
  Act,
  Consultation,
  Delegation,
  Delivery,
  Institution,
  Media,
  Membership,
  Network,
  NetworkLimits,
  PersonRef,
  PostSummary,
} from '#/contract/index.ts';
import type { Limits, Manifest, Source } from '#/connectors/contract.ts';
import type { Variant } from '#/language/index.ts';
import type { DeadlineSummary } from '#/modules/deadlines/index.ts';
import { redirectUri } from '#/modules/accounts/index.ts';
import type { InstitutionRow } from '#/modules/institutions/index.ts';
import type { MediaRow } from '#/modules/media/index.ts';
import { permissionsOf, type ListedDelegation, type OwnMembership } from '#/modules/people/index.ts';
import type { SessionStanding } from '#/modules/sign-in/index.ts';
import { excerptOf, variantsOf, type ListedPost, type ReadPost } from '#/modules/posts/index.ts';
import type { DeliveryView, Trouble } from '#/modules/publishing/index.ts';
import { idsIn, type ListedAct } from '#/modules/records/index.ts';
import { qualified, type NetworkWords } from './network-words.ts';
import type { Sayer } from './problems.ts';

export const instant = (at: Temporal.Instant): string => at.toString();
export const instantOrNull = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;

export const person = (id: string | null, name: string | null | undefined): PersonRef | null =>
  id === null ? null : { id, name: name ?? '' };

export const mediaUrl = (institutionId: string, mediaId: string, kind: 'original' | 'thumbnail'): string =>
  `/api/institutions/${institutionId}/media/${mediaId}/${kind}`;

type CaptionsOf = { media_id: string; variant: Variant; cues: number; file_name: string };

export const presentMedia = (row: MediaRow, captions: readonly CaptionsOf[] = []): Media => ({
  id: row.id,
  mime: row.mime,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  fileName: row.file_name,
  url: mediaUrl(row.institution_id, row.id, 'original'),
  thumbnailUrl: mediaUrl(row.institution_id, row.id, 'thumbnail'),
  uploadedAt: instant(row.uploaded_at),
  kind: row.kind,
  durationMs: row.duration_ms,
  hasPoster: row.has_poster,
  captions: captions
    .filter(({ media_id: id }) => id === row.id)
    .map(({ variant, cues, file_name: fileName }) => ({
      variant,
      cues,
      fileName,
      url: `/api/institutions/${row.institution_id}/media/${row.id}/captions/${variant}`,
    })),
  rights: {
    licence: row.licence,
    author: row.author,
    source: row.source,
    until: row.licensed_until,
    shows: row.shows,
    consent: row.consent,
    consentUntil: row.consent_until,
  },
  tags: row.tags,
  revision: row.revision,
});

export const presentInstitution = (row: InstitutionRow): Institution => ({
  id: row.id,
  slug: row.slug,
  names: row.names,
  shortNames: row.short_names,
  descriptions: row.descriptions,
  colour: row.colour,
  logoUrl: row.logo_media_id ? mediaUrl(row.id, row.logo_media_id, 'thumbnail') : null,
  logoMediaId: row.logo_media_id,
  timeZone: row.time_zone,
  contact: row.contact,
  askLateAfterHours: row.ask_late_after_hours,
  glossary: row.glossary,
  isDemo: row.is_demo,
  revision: row.revision,
});

export const presentMembership = (
  { institution, standing }: OwnMembership,
  session: SessionStanding,
): Membership => ({
  institution: {
    id: institution.id,
    slug: institution.slug,
    names: institution.names,
    shortNames: institution.short_names,
    colour: institution.colour,
    logoUrl: institution.logo_media_id
      ? mediaUrl(institution.id, institution.logo_media_id, 'thumbnail')
      : null,
    timeZone: institution.time_zone,
    isDemo: institution.is_demo,
  },
  roles: [...standing.roles],
  permissions: permissionsOf(standing),
  access: session.state,
  secondFactorBy: session.step === null ? null : instantOrNull(session.secondFactorFrom),
  secondFactorStep: session.secondFactorFrom === null ? null : session.step,
});

export function presentDelegation(row: ListedDelegation, now: Temporal.Instant): Delegation {
  const over = row.ended_at !== null || Temporal.Instant.compare(row.ends_at, now) <= 0;
  const coming = Temporal.Instant.compare(row.starts_at, now) > 0;
  return {
    id: row.id,
    principal: { id: row.principal_id, name: row.principal_name },
    delegate: { id: row.delegate_id, name: row.delegate_name },
    reason: row.reason,
    startsAt: instant(row.starts_at),
    endsAt: instant(row.ends_at),
    endedAt: instantOrNull(row.ended_at),
    state: over ? 'over' : coming ? 'coming' : 'standing',
  };
}

export const presentConsultation = (row: ReadPost['consultations'][number]): Consultation => ({
  id: row.id,
  person: { id: row.person_id, name: row.person_name },
  question: row.question,
  answerBy: instantOrNull(row.answer_by),
  askedBy: person(row.asked_by, row.asked_by_name),
  askedAt: instant(row.asked_at),
  answer: row.answer,
  answeredAt: instantOrNull(row.answered_at),
  endedAt: instantOrNull(row.ended_at),
});

export const presentLimits = (limits: Limits): NetworkLimits => ({
  text: { max: limits.text.max, method: limits.text.method },
  ...(limits.textAlso ? { textAlso: { max: limits.textAlso.max, method: limits.textAlso.method } } : {}),
  ...(limits.comment ? { comment: { max: limits.comment.max, method: limits.comment.method } } : {}),
  images: {
    ...(limits.images.min === undefined ? {} : { min: limits.images.min }),
    max: limits.images.max,
    maxBytes: limits.images.maxBytes,
    mime: [...limits.images.mime],
    alt: limits.images.alt,
    altMax: limits.images.altMax,
    ratio: limits.images.ratio,
    ...(limits.images.fitted === undefined ? {} : { fitted: limits.images.fitted }),
  },
  video: limits.video && withoutSource(limits.video),
});

/** Where a fact was read is for whoever keeps the connector, not for the studio. */
function withoutSource<Told extends { source: Source }>(told: Told): Omit<Told, 'source'> {
  const { source: _read, ...facts } = told;
  return facts;
}

export function presentNetwork(
  manifest: Manifest,
  words: NetworkWords,
  variant: Variant,
  publicUrl: string,
): Network {
  const say = (key: string) => words.find(manifest.network, key, variant) ?? '';
  return {
    network: manifest.network,
    name: words.name(manifest.network, variant),
    limits: presentLimits(manifest.limits),
    abilities: {
      find: manifest.abilities.find,
      threadMax: manifest.abilities.threadMax,
      edit: manifest.abilities.edit,
      remove: manifest.abilities.remove,
      replies: manifest.abilities.replies,
      linkCard: manifest.abilities.linkCard,
    },
    settings: manifest.settings.map(({ options, ...field }) => ({
      ...field,
      ...(options
        ? {
            options: options.map((value) => ({
              value,
              label: say(`settings.${field.name}.options.${value}`),
            })),
          }
        : {}),
      label: say(`settings.${field.name}.label`),
      help: say(`settings.${field.name}.help`),
    })),
    about: say('about'),
    connectBy: manifest.connectBy,
    redirectUri: manifest.connectBy === 'redirect' ? redirectUri(publicUrl, manifest.network) : null,
    look: withoutSource(manifest.look),
    price: manifest.price ? withoutSource(manifest.price) : null,
  };
}

export const presentPostSummary = (
  row: ListedPost,
  institutionId: string,
  extra: {
    networks: readonly string[];
    trouble: Trouble | null;
    deadlines: DeadlineSummary | undefined;
  },
): PostSummary => ({
  id: row.id,
  title: row.title,
  state: row.state,
  dueAt: instantOrNull(row.due_at),
  author: person(row.author_id, row.author_name),
  updatedAt: instant(row.updated_at),
  excerpt: excerptOf(row.content),
  variants: variantsOf(row.content),
  networks: [...extra.networks],
  targets: row.content.targets,
  planItemId: row.plan_item_id,
  theme: row.theme ?? '',
  campaignId: row.campaign_id,
  deadlines: {
    overdue: extra.deadlines?.overdue ?? 0,
    next: extra.deadlines?.next?.dueAt
      ? { kind: extra.deadlines.next.kind, dueAt: instant(extra.deadlines.next.dueAt) }
      : null,
  },
  thumbnailUrl: row.content.images[0]
    ? mediaUrl(institutionId, row.content.images[0].mediaId, 'thumbnail')
    : null,
  trouble: extra.trouble,
  sealBroken: row.seal_broken,
  kind: row.kind,
  reference: row.reference,
});

export type DeliveryWords = { say: Sayer; networkName(network: string): string };

export const presentDelivery = (view: DeliveryView, words: DeliveryWords): Delivery => ({
  id: view.id,
  postId: view.postId,
  postTitle: view.postTitle,
  version: view.version,
  account: { ...view.account, networkName: words.networkName(view.account.network) },
  variant: view.variant as Variant,
  state: view.state,
  late: view.late,
  held: view.held,
  dueAt: instant(view.dueAt),
  nextAttemptAt: instantOrNull(view.nextAttemptAt),
  attempts: view.attempts,
  reason: view.reason,
  reasonText: view.reason
    ? words.say(qualified(view.account.network, view.reason.code), view.reason.params ?? {})
    : null,
  nextStep: view.nextStep ? words.say(`next-step.${view.nextStep}`, {}) : null,
  url: view.url,
  networkId: view.networkId,
  publishedAt: instantOrNull(view.publishedAt),
  can: [...view.can],
});

const known = (names: ReadonlyMap<string, string>, id: unknown): PersonRef | null =>
  typeof id === 'string' && names.has(id) ? person(id, names.get(id)) : null;

/** `names` are those of the people that details tell of. */
export const presentAct = (row: ListedAct, text: string, names: ReadonlyMap<string, string>): Act => ({
  id: row.id,
  kind: row.kind,
  text,
  by: person(row.person_id, row.person_name),
  via: row.via,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  version: row.version,
  detail: row.detail,
  onBehalfOf: known(names, row.detail.onBehalfOf),
  people: idsIn(row.detail).flatMap((id) => known(names, id) ?? []),
  at: instant(row.at),
  link: row.link,
});
