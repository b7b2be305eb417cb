import { describe as about, expect, it } from 'vitest';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { describe } from '../../../shared/evidence/quote.ts';
import { newId } from '../../../shared/ids.ts';
import { createScripted } from './scripted.ts';

const text = 'One two three four five six seven eight nine ten eleven twelve.';
const at = (path: string) => ({ url: `https://pages.example/${path}`, title: path });
const [a, b] = [describe(text, 0, 7), describe(text, 20, 30)];

about('cards in hand', () => {
  it('are one a page: more words of it join its card, with what was typed there', async () => {
    const { drafts } = (await createScripted()).replica;
    const first = await drafts.take({ what: 'quote', passages: [b], source: at('a') });
    await drafts.change(first.id, { note: 'half a thought' });
    await drafts.take({ what: 'quote', passages: [a], source: at('b') });
    await drafts.take({
      what: 'quote',
      passages: [a],
      source: { ...at('a'), url: 'http://www.pages.example/a?utm_source=x' },
    });
    const byPage = (await drafts.all()).sort((x, y) => (x.source?.url ?? '').localeCompare(y.source?.url ?? ''));
    expect(byPage).toMatchObject([
      { id: first.id, note: 'half a thought', passages: [a, b], source: at('a') },
      { passages: [a], source: at('b') },
    ]);
  });

  it('take up the same words again without doubling them', async () => {
    const { drafts } = (await createScripted()).replica;
    const card = await drafts.take({ what: 'quote', passages: [a], source: at('a') });
    expect((await drafts.take({ what: 'quote', passages: [a], source: at('a') })).id).toBe(card.id);
    expect(await drafts.all()).toMatchObject([{ passages: [a] }]);
  });

  it('become a quote where words join a whole page, and stay a list where more of it does', async () => {
    const { drafts } = (await createScripted()).replica;
    await drafts.take({ what: 'page', passages: [], source: at('a') });
    await drafts.take({ what: 'list', passages: [a], source: at('a') });
    expect(await drafts.all()).toMatchObject([{ what: 'list', passages: [a] }]);
    await drafts.take({ what: 'list', passages: [b], source: at('a') });
    expect(await drafts.all()).toMatchObject([{ what: 'list', passages: [a, b] }]);
    await drafts.take({ what: 'quote', passages: [describe(text, 40, 45)], source: at('a') });
    expect(await drafts.all()).toMatchObject([{ what: 'quote' }]);
    await drafts.take({ what: 'page', passages: [], source: at('a') });
    expect(await drafts.all()).toMatchObject([{ what: 'quote' }]);
  });

  it('keep links and images apart from a page’s words, each once', async () => {
    const { drafts } = (await createScripted()).replica;
    const link = (url: string) => ({ what: 'link' as const, passages: [], link: { url, text: '' }, source: at('a') });
    await drafts.take({ what: 'quote', passages: [a], source: at('a') });
    await drafts.take(link('https://pages.example/1'));
    await drafts.take(link('https://pages.example/2'));
    await drafts.take(link('https://pages.example/1'));
    // They may all be of one millisecond: only which they are is asked.
    expect((await drafts.all()).map((card) => card.link?.url ?? card.what).sort()).toEqual([
      'https://pages.example/1',
      'https://pages.example/2',
      'quote',
    ]);
  });

  it('lose a passage, or have it trimmed, and keep the others', async () => {
    const { drafts } = (await createScripted()).replica;
    const { id } = await drafts.take({ what: 'quote', passages: [a, b], source: at('a') });
    const shorter = describe(text, 0, 3);
    await drafts.changePassage(id, a, shorter);
    expect(await drafts.all()).toMatchObject([{ passages: [shorter, b] }]);
    await drafts.changePassage(id, b);
    await drafts.changePassage('gone', b);
    expect(await drafts.all()).toMatchObject([{ passages: [shorter] }]);
  });

  it('never hold a pupil’s number on disk, wherever it comes from', async () => {
    const { db, drafts, outbox } = (await createScripted()).replica;
    const upn = 'H801200001001';
    const card = await drafts.take({ what: 'quote', passages: [{ ...a, exact: `of ${upn}` }], source: at(upn) });
    expect(card.upnOut).toBe(true);
    const seen = await drafts.begin({ what: 'seen', passages: [], note: upn });
    await drafts.change(seen.id, { tag: upn, tags: [upn] });
    await drafts.take({ passages: [{ ...b, prefix: 'H8012000', exact: '01001', suffix: ' b' }], source: at('other') });
    expect(await outbox.act(saveEvidence, { ...bodyFor(newId()), note: upn })).toMatchObject({
      problem: { code: 'pupil-number' },
    });
    const stored = JSON.stringify([await db.drafts.toArray(), await db.outbox.toArray()]);
    expect(stored).toContain('█');
    for (const part of [upn, 'H8012000', '01001']) expect(stored).not.toContain(part);
  });
});

const bodyFor = (id: string) => ({ id, passages: [], note: '', tags: [], priorities: [] });
