import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askFields } from '../../../worker/reviews/pages/ask-page.tsx';
import { pullAll } from '../cluster.ts';
import { callWith } from '../other-env.ts';
import { post } from './partnership.ts';
import { published } from './publishing.ts';

const junk = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', 'family', 'partnership', 'p1', '__proto__', '<b>', '\0', '\r\n', 'x'.repeat(5000)),
);
const fields = fc.dictionary(fc.constantFrom(...askFields, 'ticket', 'change', '__proto__', 'more'), junk);

describe('anything that is sent to the form', () => {
  it('is answered with a page that says what to do, and adds nothing', async () => {
    const { slug, token } = await published();
    await fc.assert(
      fc.asyncProperty(fields, fc.constantFrom('ask', 'ask/send'), async (form, step) => {
        const answer = await post(`/${slug}/${step}`, form);
        const html = await answer.text();
        expect([200, 422]).toContain(answer.status);
        expect(html).toMatch(/^<!doctype html>/i);
        expect(html).not.toContain('<b><');
      }),
      { numRuns: 60 },
    );
    expect((await pullAll(token)).records.filter(({ kind }) => kind === 'question')).toEqual([]);
  });

  it('in another form than a form’s, or in another way, is none', async () => {
    const { slug } = await published();
    for (const [type, raw] of [
      ['application/json', '{"text":"Why do so few read?","who":"family"}'],
      ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nWhy?\r\n--x--'],
      ['', 'text=Why'],
    ] as const) {
      const answer = await callWith({}, `/${slug}/ask`, { raw, headers: { 'content-type': type } });
      expect(answer.status, type).toBe(422);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await callWith({}, `/${slug}/ask`, { method })).status, method).toBe(404);
    }
  });
});
