import type { Session } from '#/connectors/contract.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import type { AccountRow } from './queries.ts';

export const openSession = (box: SecretBox, row: Pick<AccountRow, 'id' | 'session_sealed'>): Session =>
  JSON.parse(box.open(row.session_sealed, row.id)) as Session;

export const sealSession = (box: SecretBox, accountId: string, session: Session): string =>
  box.seal(JSON.stringify(session), accountId);
