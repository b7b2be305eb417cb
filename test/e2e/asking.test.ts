import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import { answerQuestion } from '../../shared/reviews/question.ts';
import { Page as Changes } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { actAs, type Founded, foundAt } from './founded.ts';
import { publishAt } from './published.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-asking-'));
const slug = 'kestrel-vale';
let worker: LocalWorker;
let founded: Founded;
let chromium: Chromium;
/** A browser in which no script runs. */
let page: Page;

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data, vars: { PAGE_SECONDS: '0' } });
  founded = await foundAt(worker.address);
  await publishAt(worker.address, founded, slug);
  chromium = await launchChromium({ bare: true });
  page = await chromium.browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.setJavaScriptEnabled(false);
});

afterAll(async () => {
  await chromium?.close();
  await worker?.stop();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

/** Nobody has looked their words over in less than two seconds, and the form knows. */
const lookOver = () => new Promise((resolve) => setTimeout(resolve, 2_200));

/** Answers the question with these words, as the coordinator. */
async function answer(asked: string, text: string): Promise<void> {
  const { records } = await post(worker.address, 'changes', Changes, { after: 0 }, founded.joined.token);
  const question = records.find(({ kind, body }) => kind === 'question' && body?.text === asked);
  if (!question) throw new Error('The question is not in the log');
  const { id, rev } = question;
  await actAs(worker.address, founded.joined, answerQuestion, { id, rev, public: newId(), text });
}

const bodyOf = () => page.$eval('main', (main) => (main as HTMLElement).innerText);

describe('anyone', () => {
  it('asks in a browser without script, and follows the answer by a link of their own', async () => {
    const asked = 'Why are so few books taken home in winter?';
    await page.goto(`${worker.address}/${slug}/ask`);
    await page.click('input[name=who][value=family]');
    await page.type('textarea[name=text]', asked);
    await Promise.all([page.waitForNavigation(), page.click('form button[type=submit]')]);
    expect(await bodyOf()).toContain(asked);
    await lookOver();
    await Promise.all([page.waitForNavigation(), page.click('form button[type=submit]')]);
    expect(await bodyOf()).toContain('Your question was sent');
    await Promise.all([page.waitForNavigation(), page.click(`a[href*="/${slug}/q/"]`)]);
    expect(await bodyOf()).toContain('waiting for an answer');
    await answer(asked, 'Because the library van stops in October.');
    await page.reload();
    expect(await bodyOf()).toContain('Because the library van stops in October.');
    await expect
      .poll(
        async () => {
          await page.goto(`${worker.address}/${slug}/answers`);
          return bodyOf();
        },
        { timeout: 30_000 },
      )
      .toContain(asked);
    expect(await page.cookies()).toEqual([]);
  });

  it('does the same with a plain HTTP client', async () => {
    const asked = 'How many families were asked about breakfast?';
    const send = async (path: string, fields: Record<string, string>) => {
      const sent = await fetch(`${worker.address}/${slug}/${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
      });
      expect(sent.status).toBe(200);
      return sent.text();
    };
    const words = { text: asked, who: 'governor' };
    const ticket = /name="ticket" value="([^"]+)"/.exec(await send('ask', words))?.[1] ?? '';
    await lookOver();
    const link = /href="([^"]*\/q\/[^"]+)"/.exec(await send('ask/send', { ...words, ticket }))?.[1] ?? '';
    expect(new URL(link).origin).toBe(worker.address);
    expect(await (await fetch(link)).text()).toContain('waiting for an answer');
    await answer(asked, 'Forty-one, in three schools.');
    expect(await (await fetch(link)).text()).toContain('Forty-one, in three schools.');
    const feed = async () => (await fetch(`${worker.address}/${slug}/feed.json`)).text();
    await expect.poll(feed, { timeout: 30_000 }).toContain('Forty-one, in three schools.');
  });
});
