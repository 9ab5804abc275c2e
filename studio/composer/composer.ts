import type { Post, PostInput } from '#/contract/index.ts';
import { toInstant } from '../calendar/wall-time.ts';
import { draftOf, inputOf, isBlank, type Draft } from './draft.ts';
import type { DraftStore, KeptDraft } from './draft-store.ts';
import { changedPaths, mergeDrafts, sameDraft, takeTheirs, type Conflict } from './merge.ts';
import { SaveQueue, type SaveOutcome, type SaveState, type Timers } from './save-queue.ts';

/** What became of a request, told apart by what is to be done next. */
export type Answer =
  | { kind: 'post'; post: Post }
  /** Somebody else has saved; this is what stands there now. */
  | { kind: 'changed'; post: Post }
  /** Nobody answered, or the server is busy: worth trying again. */
  | { kind: 'later' }
  /** `made`: the post is there all the same, but its answer is lost for good; nothing more can be sent for it. */
  | { kind: 'refused'; error: unknown; made?: boolean };

export type ComposerServer = {
  create(input: PostInput, idempotencyKey: string): Promise<Answer>;
  save(postId: string, version: number, input: PostInput): Promise<Answer>;
};

export type ComposerState = {
  draft: Draft;
  /** As the server has it; null before the first save. */
  post: Post | null;
  save: SaveState;
  /** Both changed the same fields: a person decides. */
  clash: { conflicts: Conflict[]; merged: Draft; theirs: Post } | null;
  /** Somebody else's changes that were merged without a question. */
  mergedFrom: { post: Post; paths: string[] } | null;
  /** The first change to a sealed post, or to one before a reviewer, waits for a yes. */
  asksAboutSeal: boolean;
  /** What this device had kept, and the server had not: when it was typed. */
  recovered: { at: number; before: Draft } | null;
  /** The browser's store is full or closed: only the server keeps what is typed. */
  keepsHere: boolean;
};

type Options = {
  server: ComposerServer;
  store: DraftStore;
  timers: Timers;
  timeZone: string;
  /** Key of a post that is not on the server yet; its create request carries it too. */
  newKey: string;
  first: { post: Post } | { draft: Draft };
  /** The post has its own address now. */
  created?(post: Post): void;
};

/** One post in the composer: what is typed, what is kept here, what is saved there, and what happens between. */
export class Composer {
  #state: ComposerState;
  /** The draft that the server is known to have. */
  #base: Draft;
  /** The last time that was one: what goes along while the one in the draft is none. */
  #goodDue: Draft['due'];
  #sealAccepted = false;
  /** A create request without an answer is repeated as it was, so that the server can know it again. */
  #creating: Draft | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #queue: SaveQueue;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    const post = 'post' in options.first ? options.first.post : null;
    this.#base =
      'post' in options.first ? draftOf(options.first.post, options.timeZone) : options.first.draft;
    this.#goodDue = this.#base.due;
    this.#state = {
      draft: this.#base,
      post,
      save: { kind: 'saved', at: post ? Date.parse(post.updatedAt) : null },
      clash: null,
      mergedFrom: null,
      asksAboutSeal: false,
      recovered: null,
      keepsHere: true,
    };
    this.#queue = new SaveQueue({
      save: () => this.#save(),
      changed: (save) => this.#set({ save }),
      timers: options.timers,
    });
    this.#recover();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): ComposerState => this.#state;

  get timeZone(): string {
    return this.#options.timeZone;
  }

  /** Changes the draft; keeps it here at once, and on the server after a pause. */
  edit(change: (draft: Draft) => Draft): void {
    const draft = change(this.#state.draft);
    if (draft === this.#state.draft) return;
    this.#set({ draft });
    this.#keep();
    if (this.#state.clash) return;
    if (this.#breaksSeal(draft)) {
      this.#queue.hold();
      this.#set({ asksAboutSeal: true });
    } else if (this.#state.post || !isBlank(draft)) this.#queue.touch();
  }

  /** Saves now. True when the server has what stands here. */
  async flush(): Promise<boolean> {
    await this.#queue.flush();
    return !this.#queue.dirty && this.#state.save.kind === 'saved';
  }

  /** The answer to "this breaks the approval". No: the sealed text comes back. */
  answerSeal(change: boolean): void {
    if (!this.#state.asksAboutSeal) return;
    this.#sealAccepted = change;
    this.#set({ asksAboutSeal: false, ...(change ? {} : { draft: this.#base }) });
    this.#keep();
    this.#queue.release(change);
  }

  /** The person's choice in a clash: these paths are taken from the other side, the rest stay mine. */
  resolve(theirs: ReadonlySet<string>): void {
    const { clash } = this.#state;
    if (!clash) return;
    const draft = takeTheirs(clash.merged, clash.conflicts, theirs);
    this.#base = draftOf(clash.theirs, this.timeZone);
    this.#set({ clash: null, draft, post: clash.theirs });
    this.#keep();
    this.#queue.release(!sameDraft(draft, this.#base));
  }

  /** Throws away what this device had kept over. */
  discardRecovered(): void {
    const { recovered } = this.#state;
    if (!recovered) return;
    this.#set({ recovered: null });
    this.edit(() => recovered.before);
  }

  dismiss(notice: 'recovered' | 'mergedFrom'): void {
    this.#set(notice === 'recovered' ? { recovered: null } : { mergedFrom: null });
  }

  /** What the server has now: after an act, or because somebody else saved. */
  receive(post: Post): void {
    const known = this.#state.post;
    if (!known || post.version < known.version || this.#state.clash) return;
    if (post.version === known.version) return this.#set({ post });
    if (this.#state.save.kind === 'saving') return;
    this.#mergeWith(post);
  }

  stop(): void {
    this.#queue.stop();
  }

  #set(change: Partial<ComposerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  get #key(): string {
    return this.#state.post?.id ?? this.#options.newKey;
  }

  #keep(): void {
    const { draft, post } = this.#state;
    if (sameDraft(draft, this.#base)) return this.#options.store.drop(this.#key);
    const kept: KeptDraft = {
      draft,
      base: post ? this.#base : null,
      version: post?.version ?? null,
      at: this.#options.timers.now(),
    };
    const keepsHere = this.#options.store.keep(this.#key, kept);
    if (keepsHere !== this.#state.keepsHere) this.#set({ keepsHere });
  }

  #recover(): void {
    const kept = this.#options.store.find(this.#key);
    if (!kept) return;
    const { post } = this.#state;
    const before = this.#base;
    const merge = mergeDrafts(kept.base ?? before, kept.draft, before);
    if (sameDraft(merge.draft, before)) return this.#options.store.drop(this.#key);
    if (post && merge.conflicts.length > 0) {
      this.#queue.hold();
      this.#state = {
        ...this.#state,
        draft: merge.draft,
        clash: { conflicts: merge.conflicts, merged: merge.draft, theirs: post },
      };
      return;
    }
    this.#state = { ...this.#state, recovered: { at: kept.at, before } };
    this.edit(() => merge.draft);
  }

  #breaksSeal(draft: Draft): boolean {
    const { post } = this.#state;
    if (this.#sealAccepted || !post || (!isSealed(post) && post.state !== 'in-review')) return false;
    // In a step for writing the review goes on with the new text.
    if (post.review.turn?.edits) return false;
    return changedPaths(this.#base, draft).some((path) => path !== 'title' && path !== 'planItemId');
  }

  async #save(): Promise<SaveOutcome> {
    const { post, draft } = this.#state;
    if (sameDraft(draft, this.#base) && post) return { kind: 'saved' };
    const sent = post ? draft : (this.#creating ?? draft);
    const input = this.#inputOf(sent);
    if (!post) this.#creating = sent;
    const answer = post
      ? await this.#options.server.save(post.id, post.version, input)
      : await this.#options.server.create(input, this.#options.newKey);
    if (answer.kind === 'post') return this.#saved(answer.post, sent);
    if (answer.kind === 'changed') return this.#changed(answer.post);
    if (answer.kind === 'refused' && answer.made) this.#queue.hold();
    else if (answer.kind === 'refused') this.#creating = null;
    return answer;
  }

  /** A time that is none, or one of two, must not keep the words from being saved: the last good time goes along. */
  #inputOf(draft: Draft): PostInput {
    if (draft.due === null || toInstant(draft.due, this.timeZone) !== null) this.#goodDue = draft.due;
    return inputOf({ ...draft, due: this.#goodDue });
  }

  #saved(post: Post, sent: Draft): SaveOutcome {
    const first = this.#state.post === null;
    if (first) this.#options.store.drop(this.#options.newKey);
    this.#base = sent;
    this.#creating = null;
    // Asked anew for the next approval, not for the rest of this sitting.
    this.#sealAccepted &&= post.state === 'in-review' || isSealed(post);
    this.#set({ post });
    this.#keep();
    if (first) this.#options.created?.(post);
    if (!sameDraft(this.#state.draft, sent)) this.#queue.touch();
    return { kind: 'saved' };
  }

  #changed(theirs: Post): SaveOutcome {
    if (!this.#mergeWith(theirs)) return { kind: 'waiting' };
    if (!sameDraft(this.#state.draft, this.#base)) this.#queue.touch();
    return { kind: 'saved' };
  }

  /** Takes over what somebody else saved. False: the same fields were changed, and a person must say which. */
  #mergeWith(theirs: Post): boolean {
    const fresh = draftOf(theirs, this.timeZone);
    const merge = mergeDrafts(this.#base, this.#state.draft, fresh);
    if (merge.conflicts.length > 0) {
      this.#queue.hold();
      this.#set({ clash: { conflicts: merge.conflicts, merged: merge.draft, theirs }, draft: merge.draft });
      return false;
    }
    this.#base = fresh;
    this.#goodDue = fresh.due;
    const told = merge.taken.length > 0 ? { mergedFrom: { post: theirs, paths: merge.taken } } : {};
    this.#set({ draft: merge.draft, post: theirs, ...told });
    this.#keep();
    return true;
  }
}

/** True while an approval holds for the post as it is. */
export function isSealed(post: Post): boolean {
  return (
    (post.state === 'approved' || post.state === 'scheduled') &&
    post.approvals.some((approval) => approval.broken === null && approval.version <= post.version)
  );
}
