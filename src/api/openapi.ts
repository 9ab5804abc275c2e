import { z } from 'zod';
import * as contract from '#/contract/index.ts';
import type { Operation } from '#/contract/index.ts';

/** Schemas of the contract under their names, so that the document refers to them instead of repeating them. */
const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(contract))
  if (schema instanceof z.ZodType) registry.add(schema, { id });

type Schema = Record<string, unknown>;

/** The OpenAPI 3.1 document of the whole API, made from the contract. */
export function openApiDocument(url: string, version: string): object {
  const schemas: Schema = {};
  const toSchema = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
    const {
      $schema: _dialect,
      $defs = {},
      ...rest
    } = z.toJSONSchema(schema, {
      metadata: registry,
      io,
      unrepresentable: 'any',
    }) as Schema & { $defs?: Record<string, Schema> };
    for (const [id, definition] of Object.entries($defs)) schemas[id] ??= hoist(definition);
    return hoist(rest);
  };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, op] of Object.entries(contract.operations) as [string, Operation][]) {
    (paths[op.path] ??= {})[op.method.toLowerCase()] = describe(name, op, toSchema);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Glasnik', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url }],
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      schemas: { ...schemas, ProblemDetails: toSchema(contract.ProblemDetails, 'output') },
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made in the studio or by `glasnik key create`',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'glasnik.session_token' },
      },
    },
  };
}

/** References inside a definition point at its own `$defs`; in the document they stand under components. */
function hoist<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as Value;
}

type ToSchema = (schema: z.ZodType, io: 'input' | 'output') => Schema;

function describe(name: string, op: Operation, toSchema: ToSchema): Schema {
  const json = (schema: z.ZodType, io: 'input' | 'output') => ({
    'application/json': { schema: toSchema(schema, io) },
  });
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } };
  const body = op.upload
    ? {
        content: Object.fromEntries(
          op.upload.map((mime) => [mime, { schema: { type: 'string', format: 'binary' } }]),
        ),
      }
    : op.body && { required: true, content: json(op.body, 'input') };
  const files = op.download?.map((mime) => [mime, { schema: { type: 'string', format: 'binary' } }] as const);
  const success = files
    ? { 200: { description: op.summary, content: Object.fromEntries(files) } }
    : op.stream
      ? { 200: { description: 'Events', content: { 'text/event-stream': { schema: { type: 'string' } } } } }
      : op.response
        ? { 200: { description: op.summary, content: json(op.response, 'output') } }
        : { 204: { description: 'Done' } };
  return {
    operationId: name,
    summary: op.summary,
    tags: [op.path.split('/')[op.path.startsWith('/api/institutions/{') ? 4 : 2] ?? 'institution'],
    ...(op.audience === 'public' ? { security: [] } : {}),
    parameters: [
      ...parameters(op.params, 'path', toSchema),
      ...parameters(op.query, 'query', toSchema),
      ...(op.ifMatch
        ? [
            {
              name: 'If-Match',
              in: 'header',
              required: true,
              schema: { type: 'string' },
              description: 'The version that was read, in quotes',
            },
          ]
        : []),
      ...(op.method === 'GET'
        ? []
        : [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', minLength: 8, maxLength: 200 },
            },
          ]),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: { ...success, default: { description: 'Problem details (RFC 9457)', content: problem } },
  };
}

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query', toSchema: ToSchema): Schema[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: toSchema(field as z.ZodType, 'input'),
  }));
}
