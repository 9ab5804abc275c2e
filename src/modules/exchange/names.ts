import { foldForSearch, pickVariant, VARIANTS, type Variant } from '#/language/index.ts';

/** Something that a cell names. `id` is null for what another row of the same file would make, if it were right. */
export type Named = {
  id: string | null;
  titles: Partial<Record<Variant, string>>;
  /** Still known where it is named, but offered no more. */
  archived: boolean;
};

const fold = (text: string): string => foldForSearch(text).trim().replace(/\s+/g, ' ');
/** The last eight digits of an id: enough to tell two of the same name apart. */
const tail = (id: string): string => id.slice(-8);

/** Things by the names that people give them, in whichever variant. */
export class Names {
  readonly #things: Named[];
  readonly #variant: Variant;

  constructor(things: readonly Named[], variant: Variant) {
    this.#things = [...things];
    this.#variant = variant;
  }

  add(thing: Named): void {
    this.#things.push(thing);
  }

  /** What is called so, script and diacritics aside; not archived ones where there are others. */
  find(text: string): Named | 'none' | 'several' {
    const [, name = text, digits] = /^(.*?)\s*(?:#([0-9a-f]{8}))?$/s.exec(text.trim()) ?? [];
    if (digits) return this.#things.find(({ id }) => id !== null && tail(id) === digits) ?? 'none';
    const wanted = fold(name);
    const called = this.#things.filter(({ titles }) =>
      Object.values(titles).some((title) => fold(title) === wanted),
    );
    const offered = called.filter(({ archived }) => !archived);
    const [first, ...more] = offered.length > 0 ? offered : called;
    return first ? (more.length > 0 ? 'several' : first) : 'none';
  }

  /** How something is named in a cell, so that `find` finds it again. */
  labelOf(id: string | null): string {
    const thing = id === null ? undefined : this.#things.find((one) => one.id === id);
    return thing ? this.#label(thing) : '';
  }

  offers(): string[] {
    return this.#things.filter(({ archived }) => !archived).map((thing) => this.#label(thing));
  }

  #label(thing: Named): string {
    const { titles, id } = thing;
    const variant = pickVariant(
      this.#variant,
      VARIANTS.filter((one) => titles[one]?.trim()),
    );
    const name = ((variant && titles[variant]) ?? '').replace(/\s+/g, ' ').trim();
    return this.find(name) === thing || id === null ? name : `${name} #${tail(id)}`;
  }
}
