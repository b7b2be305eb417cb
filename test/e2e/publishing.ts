import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { wordPurpose } from '../../shared/cluster/purpose.ts';
import { addValue } from '../../shared/cluster/values.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { adoptPriority } from '../../shared/priorities/agreement.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { enterReading } from '../../shared/priorities/reading.ts';
import { actAs } from './founded.ts';
import type { ThreeSchools } from './three-schools.ts';

export const title = 'Every child a fluent reader';
export const quote = 'Pupils who read aloud for ten minutes a day gained most in fluency.';
export const challenge = 'There is little evidence for pupils over eleven.';
/** A note to a piece that is cited: the cluster's own. */
export const privateNote = 'Between us: Vale started late';

/** A cluster with something to publish: an agreed priority with figures, and evidence for and against it. */
export async function makePublishable({ address, founded, schools, cat }: ThreeSchools): Promise<{ priority: string }> {
  const as = founded.joined;
  await actAs(address, as, wordPurpose, { id: newId(), text: 'No child among us is left to read alone.' });
  await actAs(address, as, addValue, {
    id: newId(),
    title: 'Candour',
    adopt: ['We bring the worst figure first.'],
    refuse: [],
  });
  const priority = newId();
  await actAs(address, as, proposePriority, { id: priority, title, alone: 'Families move between us.' });
  await actAs(address, as, adoptPriority, { id: priority, rev: 1, on: '2026-01-12', minuted: 'Heads, January' });
  const indicator = newId();
  await actAs(address, as, addIndicator, {
    ...{ id: indicator, name: 'Pupils who read fluently', unit: 'percent', direction: 'up', about: 'Year 4' },
    priorities: [priority],
  });
  for (const [i, school] of Object.values(schools).entries()) {
    for (const [j, period] of ['ay:2024', 'ay:2025'].entries()) {
      const value = i === 2 && j === 1 ? ('suppressed' as const) : 50 + 10 * i + 5 * j;
      await actAs(address, as, enterReading, { id: newId(), indicator, school, period, value, status: 'own' });
    }
  }
  const passage = (exact: string) => ({ exact, prefix: '', suffix: '', start: 0, end: exact.length });
  const source = { url: 'https://example.org/reading', title: 'Reading fluency', site: 'A foundation' };
  const piece = { tags: [], priorities: [priority], source };
  await actAs(address, cat, saveEvidence, {
    ...{ ...piece, id: newId(), passages: [passage(quote)], note: privateNote, stance: 'supports' },
  });
  await actAs(address, cat, saveEvidence, {
    ...{ ...piece, id: newId(), passages: [passage(challenge)], note: '', stance: 'challenges' },
  });
  return { priority };
}

/** Reads a public page until it says something, as any program does: it may be a moment behind. */
export async function publicSays(address: string, words: string): Promise<string> {
  let text = '';
  await expect
    .poll(
      async () => {
        text = await (await fetch(address)).text();
        return text.replaceAll('&#39;', '’').includes(words);
      },
      { timeout: 30_000, interval: 500, message: `${address} says “${words}”` },
    )
    .toBe(true);
  return text;
}

/** A page of a browser in which no script runs. */
export async function withoutScript(page: Page): Promise<Page> {
  const bare = await page.browser().newPage();
  await bare.setJavaScriptEnabled(false);
  return bare;
}
