import type { Connector } from '../contract.ts';
import { authorise } from './authorise.ts';
import { edit, remove } from './change.ts';
import { diagnose, limits } from './diagnose.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { find, publish } from './publish.ts';
import { grantOf, refresh } from './session.ts';

export const youtube: Connector = {
  manifest,
  authorise,
  refresh,
  grantOf,
  diagnose,
  limits,
  prepare,
  publish,
  find,
  edit,
  remove,
};
