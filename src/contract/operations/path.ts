import { z } from 'zod';
import { Id } from '../common.ts';

/** Where everything of one institution lives. */
export const I = '/api/institutions/{institutionId}';

export const inInstitution = z.object({ institutionId: Id });

/** The institution and one thing in it. */
export const one = <Name extends string>(name: Name) =>
  z.object({ institutionId: Id, [name]: Id } as { institutionId: typeof Id } & Record<Name, typeof Id>);

export const list = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
