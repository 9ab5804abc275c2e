import type { operations, OperationInput, OperationName, OperationResult } from '#/contract/index.ts';

export type { OperationName } from '#/contract/index.ts';

type Op<Name extends OperationName> = (typeof operations)[Name];
type Input<Name extends OperationName> = OperationInput<Op<Name>>;

/** Left out where the operation takes none, optional where all of it is. */
type Part<Key extends string, Value> = [Value] extends [undefined]
  ? { [key in Key]?: undefined }
  : object extends Value
    ? { [key in Key]?: Value }
    : { [key in Key]: Value };

type Rest<Name extends OperationName> = Part<'query', Input<Name>['query']> &
  Part<'body', Input<Name>['body']>;

export type CallOptions = {
  /** The version that was read, for operations that two people can be at. */
  ifMatch?: number;
  /** One key for one act: the same on every repetition of it. Made where it is not given. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** A raw body, for uploads. */
  file?: Blob;
};

/** Everything an operation takes. */
export type CallInput<Name extends OperationName> = Part<'params', Input<Name>['params']> &
  Rest<Name> &
  CallOptions;

type WithoutInstitution<Params> = Params extends { institutionId: unknown }
  ? Omit<Params, 'institutionId'>
  : Params;

/** The same without the institution, which the hooks fill in from where the person is. */
export type HookInput<Name extends OperationName> = Part<
  'params',
  WithoutInstitution<Input<Name>['params']>
> &
  Rest<Name> &
  CallOptions;

export type Result<Name extends OperationName> = OperationResult<Op<Name>>;
