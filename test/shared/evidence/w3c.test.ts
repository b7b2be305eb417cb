import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { annotationContext, annotationOf, annotationsAbout, w3cWriter } from '../../../shared/evidence/w3c.ts';
import { account, everything, made, member, priority, taken, written } from './formats/sample-log.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/annotation-tests');
interface Assertion {
  id: string;
  title: string;
}
const { musts, definitions } = JSON.parse(readFileSync(join(fixtures, 'musts.json'), 'utf8')) as {
  musts: { annotation: Assertion[]; collection: Assertion[]; page: Assertion[] };
  definitions: { [name: string]: object };
};
const context = JSON.parse(readFileSync(join(fixtures, 'anno.jsonld'), 'utf8'));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv as never);
for (const schema of Object.values(definitions)) ajv.addSchema(schema);

/** The W3C's assertions that do not hold for something. */
const broken = (assertions: readonly Assertion[], thing: unknown) =>
  assertions.filter((schema) => !(ajv.getSchema(schema.id) ?? ajv.compile(schema))(thing)).map(({ title }) => title);

const collection = `urn:uuid:${account.id}`;
const annotation = (one: (typeof everything)[number]) => ({
  '@context': annotationContext,
  ...annotationOf(one, collection),
});
const fileOf = (entries: typeof everything) => JSON.parse(written(w3cWriter(account.id), entries));

describe('a W3C annotation', () => {
  it('holds every MUST of the model’s own tests, whatever was clipped', () => {
    expect(musts.annotation.length).toBeGreaterThan(50);
    for (const one of everything) expect(broken(musts.annotation, annotation(one)), one.id).toEqual([]);
  });

  it('would be seen to break them', () => {
    const good = annotation(everything[0] as never) as { [field: string]: unknown };
    expect(broken(musts.annotation, { ...good, id: 'no uri' })).toHaveLength(1);
    expect(broken(musts.annotation, { ...good, target: undefined })).not.toEqual([]);
    expect(broken(musts.annotation, { ...good, created: 'yesterday' })).toHaveLength(1);
    const selector = { type: 'TextQuoteSelector', prefix: 'no exact' };
    const target = { type: 'SpecificResource', source: 'https://x.example/', selector };
    expect(broken(musts.annotation, { ...good, target })).not.toEqual([]);
  });

  it('holds every MUST for what a group made of a piece, each by whom it was said', () => {
    const piece = taken({}, { made });
    const about = annotationsAbout(piece) as { [field: string]: unknown }[];
    for (const one of [annotation(piece), ...about]) {
      expect(broken(musts.annotation, { '@context': annotationContext, ...one })).toEqual([]);
    }
    expect(about.map(({ motivation }) => motivation)).toEqual([
      ...['assessing', 'assessing', 'assessing', 'replying', 'questioning', 'replying'],
    ]);
    const [fair, , aside, challenge, , answer] = about;
    expect(fair).toMatchObject({
      target: `urn:uuid:${piece.id}`,
      creator: { name: 'Ann Archer' },
      body: [{ value: 'relevant' }, { value: 'fair' }, { value: 'supports' }, { purpose: 'commenting' }],
    });
    expect(aside).toMatchObject({ body: [{ value: 'set aside' }, { value: 'Not our pupils' }] });
    expect(answer?.target).toBe(challenge?.id);
    const file = fileOf([piece, taken()]);
    expect(broken(musts.collection, file)).toEqual([]);
    expect([file.total, file.first.items.length, file.first.partOf.total]).toEqual([8, 8, 8]);
  });

  it('says what was quoted, where it stood, and what was thought of it', () => {
    const [quote, page, pdf, , seen] = everything.map((one) => annotationOf(one, collection));
    expect(quote).toMatchObject({
      type: 'Annotation',
      motivation: 'commenting',
      creator: { id: `urn:uuid:${member}`, type: 'Person', name: 'Ann Archer' },
      created: '2026-11-25T12:00:00.000Z',
      modified: '2026-11-25T12:00:01.000Z',
      body: [
        { type: 'TextualBody', purpose: 'commenting' },
        { value: 'phonics', purpose: 'tagging' },
        { value: 'early, years', purpose: 'tagging' },
        { value: 'Every child reads', purpose: 'classifying' },
        { value: 'challenges', purpose: 'assessing' },
      ],
      target: [
        {
          type: 'SpecificResource',
          source: { id: 'https://files.ofsted.gov.uk/v1/file/50012345' },
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: 'Pupils, "most" of them,\nread daily.',
              prefix: 'that ',
              suffix: ' but',
            },
            { type: 'TextPositionSelector', start: 10, end: 45 },
          ],
        },
        { selector: [{ type: 'TextQuoteSelector', exact: '=SUM(A1) — 100% & {more} \\ _under_' }] },
      ],
    });
    expect(page).toMatchObject({ motivation: 'tagging', body: { value: 'oracy', purpose: 'tagging' } });
    const fragment = { type: 'FragmentSelector', value: 'page=7', refinedBy: { type: 'TextQuoteSelector' } };
    expect(pdf).toMatchObject({ target: { source: 'https://x.example/a%20b.pdf' } });
    expect(pdf).toMatchObject({ target: { selector: [{ exact: 'Naïve cafés' }, fragment] } });
    expect(seen).toMatchObject({ target: `urn:uuid:${priority}` });
    expect(annotationOf(taken(), collection)).toMatchObject({ target: collection });
  });
});

describe('a W3C annotation collection', () => {
  it('holds every MUST of the model’s own tests, its page too', () => {
    const file = fileOf(everything);
    expect(broken(musts.collection, file)).toEqual([]);
    expect(broken(musts.page, file)).toEqual([]);
    expect(broken(musts.page, { '@context': annotationContext, ...file.first })).toEqual([]);
    expect(file.total).toBe(everything.length);
    expect(file['dcterms:description']).toContain('2 entries from restricted sources are left out');
    const empty = fileOf([]);
    expect(broken(musts.collection, empty)).toEqual([]);
    expect(empty.total).toBe(0);
    expect(broken(musts.collection, { ...file, first: undefined })).toHaveLength(1);
  });

  it('means to a JSON-LD processor what it says', async () => {
    const documentLoader = async (url: string) => {
      if (url !== annotationContext) throw new Error(`Asks for ${url}`);
      return { document: context, documentUrl: url, contextUrl: undefined };
    };
    const options = { documentLoader: documentLoader as never, safe: true };
    const [expanded] = (await jsonld.expand(fileOf(everything), options)) as { [iri: string]: unknown }[];
    const as = 'http://www.w3.org/ns/activitystreams#';
    const oa = 'http://www.w3.org/ns/oa#';
    expect(expanded?.['@type']).toEqual([`${as}OrderedCollection`]);
    const [page] = (expanded?.[`${as}first`] ?? []) as { [iri: string]: unknown }[];
    const [items] = (page?.[`${as}items`] ?? []) as { '@list': { [iri: string]: unknown }[] }[];
    expect(items?.['@list']).toHaveLength(everything.length);
    const [first] = items?.['@list'] ?? [];
    expect(first?.['@id']).toBe(`urn:uuid:${everything[0]?.id}`);
    expect(first?.['@type']).toEqual([`${oa}Annotation`]);
    expect(first?.[`${oa}motivatedBy`]).toEqual([{ '@id': `${oa}commenting` }]);
    const targets = first?.[`${oa}hasTarget`] as { [iri: string]: { [iri: string]: unknown }[] }[];
    expect(targets[0]?.[`${oa}hasSelector`]?.map((one) => one['@type'])).toEqual([
      [`${oa}TextQuoteSelector`],
      [`${oa}TextPositionSelector`],
    ]);
  });
});
