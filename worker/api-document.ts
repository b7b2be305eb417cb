import * as z from 'zod/mini';
import { actions } from '../shared/actions.ts';
import { type Operation, operations, type Shape, shapes } from './api-operations.ts';
import { blobTypes } from './log/blobs.ts';

type Json = { [field: string]: unknown };

/** A schema of ours as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. Rules between fields stand in no schema. */
function jsonSchema(schema: z.ZodMiniType<unknown>, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ 'application/json': { schema: ref(name) } });
const image = () => Object.fromEntries(blobTypes.map((type) => [type, {}]));
const calendar = () => ({ 'text/calendar': { schema: { type: 'string' } } });
const contentOf = (what: Shape | 'image' | 'calendar') =>
  what === 'image' ? image() : what === 'calendar' ? calendar() : json(what);

function operationOf({ method, path, does, who, asks, answers }: Operation): Json {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  return {
    operationId: `${method}${path.replace(/[{}]/g, '').replaceAll('/', '_')}`,
    summary: does,
    ...(named.length > 0 && { parameters: named }),
    ...(asks && { requestBody: { required: true, content: contentOf(asks) } }),
    security: who === 'anyone' ? [] : [{ [who]: [] }],
    responses: {
      200: { description: 'Done', content: contentOf(answers) },
      default: { description: 'A problem', content: { 'application/problem+json': { schema: ref('Problem') } } },
    },
  };
}

/** An action as it stands in a batch. */
const actionSchema = (name: string, body: z.ZodMiniType<unknown>): Json => ({
  type: 'object',
  properties: {
    id: {
      type: 'string',
      format: 'uuid',
      description: 'A UUID of version 7, made by the caller; the same again does nothing anew',
    },
    name: { const: name },
    body: jsonSchema(body, 'input'),
    at: { type: 'integer', description: 'The caller’s time, milliseconds since 1970' },
  },
  required: ['id', 'name', 'body', 'at'],
  additionalProperties: false,
});

function schemasOf(): Json {
  const asked = new Set<string>(operations.map(({ asks }) => asks ?? ''));
  const named = Object.entries(shapes).map(([name, schema]) => [
    name,
    jsonSchema(schema as z.ZodMiniType<unknown>, asked.has(name) ? 'input' : 'output'),
  ]);
  const each = [...actions.values()].map(({ name, body }) => [name, actionSchema(name, body)]);
  const group = { type: 'array', items: { oneOf: [...actions.keys()].map(ref) } };
  const Batch = {
    type: 'object',
    properties: { groups: { type: 'array', items: { ...group, description: 'Stands or falls whole' } } },
    required: ['groups'],
  };
  const Problem = {
    type: 'object',
    description: 'Problem details (RFC 9457) with a stable code',
    properties: {
      ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
      ...{ code: { type: 'string' }, detail: { type: 'string' }, present: {} },
    },
    required: ['type', 'title', 'status', 'code'],
  };
  return { ...Object.fromEntries([...named, ...each]), Batch, Problem };
}

let made: string | undefined;

/** The API as an OpenAPI 3.1 document, made from the schemas by which the Worker itself reads what it is sent. */
export function apiDocument(): string {
  if (made) return made;
  const paths: { [path: string]: Json } = {};
  for (const one of operations) paths[one.path] = { ...paths[one.path], [one.method]: operationOf(one) };
  const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description });
  made = JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'Goldthread',
      version: '1',
      summary: 'A cluster’s shared log',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: schemasOf(),
      securitySchemes: {
        device: bearer('The token that joining answers with. An observer’s reads and changes nothing.'),
        operator: bearer('The operator’s secret'),
      },
    },
  });
  return made;
}
