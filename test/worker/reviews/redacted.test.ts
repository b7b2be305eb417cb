import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { redact, removedWords } from '../../../shared/cluster/redact.ts';
import { addValue } from '../../../shared/cluster/values.ts';
import { newId } from '../../../shared/ids.ts';
import { editIndicator } from '../../../shared/priorities/indicator.ts';
import { forgetMember, forgottenName } from '../../../shared/reviews/forget.ts';
import { setNaming } from '../../../shared/reviews/naming.ts';
import { editSection } from '../../../shared/reviews/section.ts';
import { withdrawReview } from '../../../shared/reviews/withdraw.ts';
import { readEdition } from '../../../worker/reviews/public-store.ts';
import { invite, join, tablesWith } from '../cluster.ts';
import { agendaOf, crash, rowsOf, settle, settleLater, without } from './partnership.ts';
import {
  correcting,
  doing,
  drafted,
  editionOf,
  preparedOf,
  publish,
  published,
  sceneFor,
  signAll,
} from './publishing.ts';

// What fails is said in the Worker's own log.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const rows = (slug: string) =>
  rowsOf('SELECT id, edition, stamp, withdrawn, reason, body FROM editions WHERE slug = ? ORDER BY edition', slug);

const path = '2025-26';

describe('words that are taken out of the log', () => {
  const quote = 'A quotation that somebody wants to be gone';

  it('are taken out of every edition that has them, there and in public', async () => {
    const draft = await published({ quote });
    await correcting(draft, 'A figure was wrong');
    const second = await publish(draft);
    await settle(draft.cluster);
    expect((await rows(draft.slug)).filter(({ body }) => String(body).includes(quote))).toHaveLength(2);
    await doing(draft.token, redact, { kind: 'evidence', id: draft.evidence });
    await settle(draft.cluster);
    expect((await rows(draft.slug)).filter(({ body }) => String(body).includes(quote))).toEqual([]);
    expect(await rows(draft.slug)).toMatchObject([{ stamp: 2 }, { stamp: 2 }]);
    expect(JSON.stringify(await editionOf(draft.token, second))).not.toContain(quote);
  });

  it('are out also where the object ends at once and D1 fails for a while', async () => {
    const draft = await published({ quote });
    await without('editions', async () => {
      await doing(draft.token, redact, { kind: 'evidence', id: draft.evidence });
      await crash(draft.cluster);
      await settleLater(draft.cluster);
    });
    await settleLater(draft.cluster);
    expect(JSON.stringify(await rows(draft.slug))).not.toContain(quote);
    expect(await agendaOf(draft.cluster)).toEqual([]);
  });

  it('are out with a name, of whoever leaves for good or no longer wants to be named', async () => {
    for (const how of ['forget', 'naming'] as const) {
      const draft = await drafted({ head: `Hanna ${how}` });
      const [one] = draft.schools;
      if (!one) throw new Error('No school');
      // Named while that was agreed, in words too that say something else by now.
      const { sections } = await sceneFor(draft.token, draft.review);
      const { id = '', rev = 0 } = sections.find(({ body }) => body?.part === 'summary') ?? {};
      await doing(one.head, setNaming, { agreed: true });
      await doing(draft.token, editSection, { id, rev, text: `Hanna ${how} 1 reads to us all.` });
      await signAll(draft);
      await publish(draft);
      await correcting(draft);
      await doing(draft.token, editSection, { id, rev: rev + 1, text: 'We read to all.' });
      await settle(draft.cluster);
      expect(JSON.stringify(await rows(draft.slug)), how).toContain(`Hanna ${how} 1`);
      if (how === 'forget') await doing(one.head, forgetMember, { id: one.member });
      else await doing(one.head, setNaming, { rev: 1, agreed: false });
      await settle(draft.cluster);
      expect(JSON.stringify(await rows(draft.slug)), how).not.toContain('Hanna');
      expect(await readEdition(env, draft.slug, path, 1), how).toMatchObject({
        review: { summary: `${how === 'forget' ? forgottenName : 'A colleague'} reads to us all.` },
      });
      for (const kept of ['Reading at home', 'Families move between us', 'Reading daily', 'What is said of happened'])
        expect(JSON.stringify(await rows(draft.slug)), how).toContain(kept);
    }
  });

  it('are nothing but a name, where whoever wrote most of it leaves for good', async () => {
    const draft = await drafted();
    const { code } = await invite(draft.token, { role: 'coordinator', schools: [] });
    const { token, member } = await join(code, { name: 'Cara Coe' });
    const words = { title: 'Kindness, said Cara Coe', adopt: ['We ask Cara Coe'], refuse: [] };
    await doing(token, addValue, { id: newId(), ...words });
    const { sections } = await sceneFor(draft.token, draft.review);
    const summary = sections.find(({ body }) => body?.part === 'summary');
    const text = 'Cara Coe helped us all to read.';
    await doing(token, editSection, { id: summary?.id ?? '', rev: summary?.rev ?? 0, text });
    await doing(token, setNaming, { agreed: true });
    await signAll(draft);
    await publish(draft);
    // Its record says something else by now.
    await correcting(draft, 'Cara Coe put it right');
    await doing(token, editSection, { id: summary?.id ?? '', rev: (summary?.rev ?? 0) + 1, text: 'We read.' });
    await signAll(draft);
    const second = await publish(draft);
    await settle(draft.cluster);
    const before = (await editionOf(draft.token, second)).frozen;
    await doing(draft.token, forgetMember, { id: member });
    await settle(draft.cluster);
    const stored = JSON.stringify(await rows(draft.slug));
    expect(stored).not.toContain('Cara Coe');
    expect(stored).not.toContain(removedWords);
    expect(await tablesWith(draft.cluster, 'Cara Coe')).toEqual([]);
    expect(await readEdition(env, draft.slug, path, 1)).toMatchObject({
      review: {
        summary: `${forgottenName} helped us all to read.`,
        what: before.what,
      },
    });
    expect((await editionOf(draft.token, second)).frozen).toMatchObject({
      summary: 'We read.',
      what: before.what,
      changed: { note: `${forgottenName} put it right`, where: before.changed?.where },
    });
  });

  it('are not missed where the coordinator who proposed the priorities leaves for good', async () => {
    const draft = await published();
    const { code } = await invite(draft.token, { role: 'coordinator', schools: [] });
    const other = await join(code, { name: 'Cara Coe' });
    const founder = (await sceneFor(draft.token, draft.review)).priorities[0]?.body?.by ?? '';
    const before = await rows(draft.slug);
    await doing(other.token, forgetMember, { id: founder });
    await settle(draft.cluster);
    expect(await rows(draft.slug)).toEqual(before);
  });

  it('are out of the note in the place of what was withdrawn', async () => {
    const draft = await published();
    const { review } = await sceneFor(draft.token, draft.review);
    await doing(draft.token, withdrawReview, { id: draft.review, rev: review.rev, reason: 'It named Hanna' });
    await settle(draft.cluster);
    expect(JSON.stringify(await rows(draft.slug))).toContain('It named Hanna');
    await doing(draft.token, redact, { kind: 'review', id: draft.review });
    await settle(draft.cluster);
    expect(JSON.stringify(await rows(draft.slug))).not.toContain('It named Hanna');
    expect(await tablesWith(draft.cluster, 'It named Hanna')).toEqual([]);
  });

  it('are out of what an edition says of how it differs, also of what only the one before has', async () => {
    const draft = await published();
    await doing(draft.token, editIndicator, { id: draft.indicator, rev: 1, retired: true });
    await correcting(draft, 'One was too many');
    const second = await publish(draft);
    await settle(draft.cluster);
    const { frozen } = await editionOf(draft.token, second);
    expect(frozen.changed?.where).toEqual(['Reading at home: the indicator ‘Reading daily’ is taken out']);
    await doing(draft.token, redact, { kind: 'indicator', id: draft.indicator });
    await settle(draft.cluster);
    const changed = { note: 'One was too many', where: [] };
    expect((await editionOf(draft.token, second)).frozen).toEqual({ ...frozen, changed });
    expect(JSON.stringify(await rows(draft.slug))).not.toContain('Reading daily');
    expect(await tablesWith(draft.cluster, 'Reading daily')).toEqual([]);
  });

  it('are out of what an edition says was put right, in the account too', async () => {
    const draft = await published();
    await correcting(draft, 'It named Hanna of class three');
    const second = await publish(draft);
    await settle(draft.cluster);
    const { frozen } = await editionOf(draft.token, second);
    const { sections } = await sceneFor(draft.token, draft.review);
    const note = sections.find(({ body }) => body?.part === 'correction');
    await doing(draft.token, redact, { kind: 'section', id: note?.id ?? '' });
    await settle(draft.cluster);
    expect(JSON.stringify(await rows(draft.slug))).not.toContain('class three');
    expect(await tablesWith(draft.cluster, 'class three')).toEqual([]);
    const changed = { ...frozen.changed, note: removedWords };
    expect((await editionOf(draft.token, second)).frozen).toEqual({ ...frozen, changed });
    expect(await rows(draft.slug)).toMatchObject([{ stamp: 1 }, { stamp: 2 }]);
  });

  it('leave every edition alone that has none of them', async () => {
    const draft = await published();
    const before = await preparedOf(draft);
    await doing(draft.token, redact, {
      kind: 'reading',
      id: (await sceneFor(draft.token, draft.review)).readings[0]?.id ?? newId(),
    });
    await settle(draft.cluster);
    expect(before.uses.length).toBeGreaterThan(0);
    expect(await rows(draft.slug)).toMatchObject([{ stamp: 1 }]);
  });
});
