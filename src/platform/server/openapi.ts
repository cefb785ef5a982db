import { z } from 'zod';
import { type AnyOperation, declares } from '#platform/shared/contract.ts';
import { COMMON_PROBLEMS } from '#platform/shared/problem.ts';
import { escapeHtml } from './html.ts';
import { KEY_HEADER } from './idempotency.ts';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json;
  return made;
}

function parametersOf(schema: z.ZodType, where: 'path' | 'query'): Json[] {
  if (!declares(schema)) return [];
  const made = schemaOf(schema, 'input');
  const required = (made['required'] as string[] | undefined) ?? [];
  return Object.entries((made['properties'] as Record<string, Json> | undefined) ?? {}).map(([name, own]) => ({
    name, in: where, required: where === 'path' || required.includes(name), schema: own,
  }));
}

const keyParameter: Json = {
  name: KEY_HEADER, in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 200 },
  description: 'The same key for every attempt of one request: it is carried out once, and a repeat gets the same answer with `idempotency-replayed: true`.',
};

function answerOf(operation: AnyOperation): Json {
  if (operation.response === 'file') return { description: 'A file', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  if (operation.response === 'events') return { description: 'Server-sent events', content: { 'text/event-stream': { schema: { type: 'string' } } } };
  return { description: 'OK', content: { 'application/json': { schema: schemaOf(operation.output as z.ZodType, 'output') } } };
}

function operationObject(operation: AnyOperation): Json {
  const upload = { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  const body = declares(operation.body as z.ZodType) ? { required: true, content: { 'application/json': { schema: schemaOf(operation.body as z.ZodType, 'input') } } } : undefined;
  const requestBody = operation.upload ? upload : body;
  return {
    operationId: operation.id,
    summary: operation.summary.en,
    description: [operation.summary.zh, `Problems: ${[...operation.errors, ...COMMON_PROBLEMS].map((code) => `\`${code}\``).join(', ')}`].join('\n\n'),
    tags: [operation.id.split('.')[0]],
    security: operation.access.scope === 'public' ? [] : [{ session: [] }],
    parameters: [...parametersOf(operation.params as z.ZodType, 'path'), ...parametersOf(operation.query as z.ZodType, 'query'), ...(operation.idempotent ? [keyParameter] : [])],
    ...(requestBody ? { requestBody } : {}),
    responses: { 200: answerOf(operation), default: { $ref: '#/components/responses/Problem' } },
  };
}

/** The OpenAPI 3.1 document, made from the operation list. */
export function openApiDocument(operations: readonly AnyOperation[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationObject(operation) };
  }
  const problem = {
    type: 'object',
    required: ['type', 'code', 'status', 'title', 'data'],
    properties: { type: { type: 'string' }, code: { type: 'string' }, status: { type: 'integer' }, title: { type: 'string' }, data: { type: 'object' } },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Muster', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'muster.session_token' } },
      responses: { Problem: { description: 'RFC 9457 problem', content: { 'application/problem+json': { schema: problem } } } },
    },
  };
}

/** A page for people over the same list. */
export function openApiPage(operations: readonly AnyOperation[], nonce: string): string {
  const groups = Map.groupBy(operations, (operation) => operation.id.split('.')[0] ?? '');
  const sections = [...groups].map(([feature, own]) => `<section><h2 id="${escapeHtml(feature)}">${escapeHtml(feature)}</h2>${own.map((operation) => `
<details><summary><code class="${operation.method.toLowerCase()}">${operation.method}</code> <code>${escapeHtml(operation.path)}</code> ${escapeHtml(operation.summary.zh)} · <span>${escapeHtml(operation.summary.en)}</span></summary>
<p><code>${escapeHtml(operation.id)}</code> · ${escapeHtml(operation.access.scope)}${operation.errors.length > 0 ? ` · ${operation.errors.map((code) => `<code>${escapeHtml(code)}</code>`).join(' ')}` : ''}</p>
<pre>${escapeHtml(JSON.stringify({ ...(declares(operation.body as z.ZodType) ? { body: schemaOf(operation.body as z.ZodType, 'input') } : {}), ...(operation.response === 'json' ? { answer: schemaOf(operation.output as z.ZodType, 'output') } : {}) }, null, 2))}</pre></details>`).join('')}</section>`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Muster API</title>
<style nonce="${nonce}">body{font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:64em;margin:32px auto;padding:0 16px;color:#1D2129;background:#FBFAF7}
h1{font-size:24px}h2{font-size:16px;margin-top:32px}details{border-top:1px solid #E7E4DC;padding:8px 0}summary{cursor:pointer}summary span{color:#4B5361}pre{background:#F4F2EC;padding:12px;overflow:auto;font-size:12px}code{font-size:12px}.get{color:#264D7A}.post,.patch,.put{color:#246346}.delete{color:#B4373F}a{color:#264D7A}</style></head>
<body><main><h1>Muster API</h1><p><a href="/api/openapi.json">OpenAPI 3.1</a></p>${sections.join('')}</main></body></html>`;
}
