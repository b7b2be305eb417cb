import { describe, expect, it } from 'vitest';
import { actions } from '../../shared/actions.ts';
import { operations } from '../../worker/api-operations.ts';
import { app } from '../../worker/app.ts';
import { call, good } from './cluster.ts';

interface Document {
  openapi: string;
  paths: { [path: string]: { [method: string]: { security: object[] } } };
  components: { schemas: { [name: string]: { properties?: { body?: { additionalProperties?: boolean } } } } };
}

describe('the document of the API', () => {
  it('has every call that the Worker answers, and no other', async () => {
    const { paths } = await good<Document>(call('/api/openapi.json'));
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((one) => `${one} ${path}`),
    );
    const answered = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.slice(4).replace(/:(\w+)/g, '{$1}')}`)
      .filter((one) => !['get /live', 'get /openapi.json'].includes(one));
    expect(told.toSorted()).toEqual([...new Set(answered)].toSorted());
    expect(told).toHaveLength(operations.length);
  });

  it('says who may call, as the Worker holds it', async () => {
    for (const { method, path, who } of operations) {
      const address = `/api${path.replace(/\{\w+\}/g, 'x')}`;
      const answer = await call(address, { method: method.toUpperCase(), ...(method !== 'get' && { raw: '{}' }) });
      const { code } = (await answer.json()) as { code?: string };
      const expected = {
        anyone: [undefined, 'not-valid', 'code-unknown'],
        device: ['no-credential'],
        operator: ['operator-only'],
      }[who];
      expect(expected, `${method} ${path}`).toContain(code);
    }
  });

  it('has every action with its body, strict as it is', async () => {
    const { components, openapi } = await good<Document>(call('/api/openapi.json'));
    expect(openapi).toBe('3.1.0');
    for (const name of actions.keys()) {
      expect(components.schemas[name]?.properties?.body?.additionalProperties, name).toBe(false);
    }
  });
});

describe('the page for programs', () => {
  it('stands there without a script', async () => {
    const page = await call('/api');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain('These three calls');
    expect(text).not.toMatch(/<script/i);
  });
});
