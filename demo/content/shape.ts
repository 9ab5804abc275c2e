import type { DeadlineKind } from '#/modules/deadlines/index.ts';

/**
 * The types of the demonstration programme. Content is written in bs, hr, sr-Latn and en; sr-Cyrl is made from sr-Latn
 * by the program, and is given here only where the official form is fixed (names of institutions).
 *
 * Inside `Texts`, `{day:+14}` and `{month:-2}` stand for dates counted from today (see `fill-dates.ts`), so that the
 * demonstration never grows old. `programmeOn(today)` has already replaced them: a reader of it never sees a brace.
 */
export type Variant = 'bs' | 'hr' | 'sr-Latn' | 'sr-Cyrl' | 'en';

export type Texts = { bs: string; hr: string; 'sr-Latn': string; 'sr-Cyrl'?: string; en: string };

export type InstitutionKey = 'parco' | 'dei' | 'bhas' | 'hea' | 'ads' | 'si-gsvm' | 'apik';

export type DemoRole = 'administrator' | 'head' | 'editor' | 'translator' | 'adviser' | 'auditor';

export type DemoPerson = { key: string; name: string; email: string; role: DemoRole; variant: Variant };

/** One person with a role in several institutions. */
export type DemoCoordinator = {
  key: string;
  name: string;
  email: string;
  variant: Variant;
  roles: { institution: InstitutionKey; role: DemoRole }[];
};

export type DemoAccount = {
  key: string;
  network: 'sandbox';
  /** Unique in the whole programme, without @. */
  handle: string;
  displayName: Texts;
  /** The variant this account usually speaks. */
  variant: Variant;
};

export type DemoObjective = { key: string; title: Texts; measure: Texts; audience: Texts };

/** What plan items of a stretch of time have in common; days are counted from today. */
export type DemoCampaign = { key: string; name: Texts; from: number; to: number; colour: string };

export type DemoPlanItem = {
  key: string;
  /** Key of a campaign of the same institution. */
  campaign?: string;
  /** Key of an objective of the same institution. */
  objective: string;
  title: Texts;
  theme: string;
  variants: Variant[];
  /** Planned day, counted from today. */
  day: number;
};

export type DemoPicture = {
  /** File name inside `demo/media`. */
  file: string;
  alt: Texts;
};

export type DemoPostState =
  | 'draft'
  | 'in-review'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'sent-back'
  | 'expired'
  | 'withdrawn'
  | 'late'
  | 'failed'
  | 'unknown';

/** A citizen's comment under a published post. `variant` is the language and script it is written in. */
export type DemoComment = { author: string; text: string; variant: Variant };

export type DemoTarget = { account: string; variant: Variant };

export type DemoPost = {
  key: string;
  planItem?: string;
  /** Key of a person of the same institution. */
  author: string;
  /** Internal working title in the institution's working variant. */
  title: string;
  texts: Texts;
  /** A text that differs on one network, by network and variant. */
  perNetwork?: Partial<Record<DemoAccount['network'], Partial<Record<Variant, string>>>>;
  media?: DemoPicture[];
  targets: DemoTarget[];
  state: DemoPostState;
  /** Day counted from today (-35 to +28), local time in the institution's time zone. */
  at: { day: number; time: string };
  /** Why it was sent back, withdrawn or not delivered, in the institution's working variant. */
  remark?: string;
  comments?: DemoComment[];
  review?: DemoReview;
  /** Who approved it in the head's place, with a signature that was lent. */
  signedBy?: string;
  /** Put to an adviser; without an answer it is still open. */
  questions?: { to: string; text: string; answer?: string }[];
  /** Who has which step before it goes out, and whether it is ticked. */
  steps?: { kind: DeadlineKind; person: string; done?: boolean }[];
};

/** A post on a path of steps: what it is, how far it has come, and what colleagues say about it. */
export type DemoReview = {
  kind: string;
  reference: string;
  /** The step that waits for an answer, counted from 1. */
  step: 1 | 2 | 3;
  /** On the working variant: on words of the text, or on the whole post; the rest of each are the answers. */
  threads: { quote?: string; settled?: boolean; said: { by: string; text: string }[] }[];
};

/** Somebody signs for somebody: `from` in working days before today, `to` in days after it. */
export type DemoDelegation = {
  principal: string;
  delegate: string;
  reason: string;
  from: number;
  to: number;
};

/** Hashtags without the sign, by variant. */
export type DemoHashtagSet = { key: string; name: string; tags: Partial<Record<Variant, string[]>> };

/** Gaps in its texts are written `[datum]`. */
export type DemoTemplate = { key: string; name: string; texts: Texts; targets: DemoTarget[] };

export type DemoInstitution = {
  key: InstitutionKey;
  slug: string;
  names: Texts & { 'sr-Cyrl': string };
  shortNames: Texts;
  description: Texts;
  /** Hex, dark enough for white letters on it (4.5:1). */
  colour: string;
  /** File name inside `demo/media`; the same name with `.svg` is beside it. */
  logo: string;
  timeZone: 'Europe/Sarajevo';
  workingVariant: Variant;
  contact: { email: string; phone: string; address: string; web: string };
  people: DemoPerson[];
  delegations?: DemoDelegation[];
  accounts: DemoAccount[];
  objectives: DemoObjective[];
  campaigns?: DemoCampaign[];
  plan: DemoPlanItem[];
  hashtagSets?: DemoHashtagSet[];
  templates?: DemoTemplate[];
  posts: DemoPost[];
};

export type DemoProgramme = { institutions: DemoInstitution[]; coordinator: DemoCoordinator };
