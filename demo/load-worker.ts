import {
  claimDeliveries,
  deliverPost,
  takeDown,
  TUNING,
  type DeliverDeps,
  type RemovalJob,
} from '#/modules/publishing/index.ts';
import type { Stage, Story } from './load-deps.ts';
import { halfWay, practiceNetwork, TROUBLES } from './load-network.ts';

/** The worker as it was on those days: the engine itself, on the clock of the story. */
export class StageWorker {
  readonly #stage: Stage;
  readonly #stories = new Map<string, Story>();
  readonly #deps: DeliverDeps;
  #at: Story | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
    const storyNow = () => {
      if (!this.#at) throw new Error('no delivery is on its way');
      return this.#at;
    };
    const connectors = {
      get: (network: string) => practiceNetwork(stage, stage.deps.registry.get(network)!, storyNow),
    };
    this.#deps = { ...stage.deps, connectors, tuning: TUNING, random: () => 0.5 };
  }

  /** Comes when the post is due, and again where the first try was not the last. */
  plan(story: Story): void {
    const { agenda, now } = this.#stage;
    const visits = [story.dueAt];
    const trouble = TROUBLES[story.name]?.kind;
    if (trouble === 'late') visits.push(halfWay(story, now).add({ seconds: 1 }));
    if (trouble === 'no-answer') visits.push(story.dueAt.add({ seconds: 40 }));
    for (const visit of visits) {
      agenda.at(visit, () => {
        this.#stories.set(story.id, story);
        return this.#work();
      });
    }
  }

  /** Takes a post down at once; the queue brings the job a moment later otherwise. */
  async takeDown(story: Story, job: RemovalJob): Promise<void> {
    this.#at = story;
    await takeDown(this.#deps, job, { signal: AbortSignal.timeout(10_000), isLast: true });
  }

  async #work(): Promise<void> {
    const claim = { db: this.#deps.db, worker: 'demo', tuning: TUNING };
    for (;;) {
      const leases = await claimDeliveries(claim, this.#deps.clock.now(), 50);
      if (leases.length === 0) return;
      for (const lease of leases) {
        this.#at = this.#stories.get(lease.delivery.post_id);
        await deliverPost(this.#deps, lease, AbortSignal.timeout(10_000));
      }
    }
  }
}
