import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../shared/action.ts';
import { Issued, joinLink } from '../../shared/cluster/access.ts';
import { Purpose, wordPurpose } from '../../shared/cluster/purpose.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { Answers, Page as Changed } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { fill, joinCluster, press, see, seeGone, typedIn, unfold } from './screens.ts';
import { startTap, type Tap } from './tap.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-partnership-'));
const [ash, oak, reading] = [newId(), newId(), newId()];
let worker: LocalWorker;
let tap: Tap;
let founded: Founded;
let chromium: Chromium;
/** Hana Head's log page; she speaks for Ash Lane. */
let hana: Page;

/** Ann, who coordinates, does something on her own device. */
async function ann<Body>(action: Action<string, Body>, body: Body): Promise<void> {
  const group = [{ id: newId(), name: action.name, body, at: Date.now() }];
  const { answers } = await post(worker.address, 'actions', Answers, { groups: [group] }, founded.joined.token);
  expect(answers).toMatchObject([{ ok: true }]);
}

const purposes = {
  result: 'Improve outcomes for all children.',
  hers: 'No child in our valley should have to hide that they cannot read.',
  annes: 'Every child is known by all of us.',
  later: 'No child in our valley should have to hide anything from us.',
};

/** A word of the screen, drawn bold or not: waits until it stands in this section. */
const seeIn = (page: Page, section: string, words: string) =>
  page.waitForFunction(
    (id, text) => document.querySelector(`section[aria-labelledby="${id}"]`)?.textContent.includes(text),
    { polling: 100 },
    section,
    words,
  );

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  tap = await startTap(worker.address);
  founded = await foundAt(worker.address);
  await ann(addSchool, { id: ash, name: 'Ash Lane', urn: '100001' });
  await ann(addSchool, { id: oak, name: 'Oak Road', urn: '100002' });
  const ask = { role: 'head', schools: [ash], uses: 1, days: 1 };
  const { code } = await post(worker.address, 'invitations', Issued, ask, founded.joined.token);
  chromium = await launchChromium();
  await joinCluster(await chromium.welcome(), { link: joinLink(tap.address, code), name: 'Hana Head' });
  hana = await chromium.open('log');
  await hana.goto(`${hana.url().split('#')[0]}#/partnership`);
}, 180_000);

afterAll(async () => {
  await chromium?.close();
  await Promise.all([tap?.close(), worker?.stop()]);
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

describe('why', () => {
  it('is empty at first, and says how to begin', async () => {
    await see(hana, 'No purpose yet.');
    expect(await faultsOf(hana)).toEqual([]);
  });

  it('is written; what only states a result is answered gently, and saved all the same', async () => {
    await press(hana, 'Write it');
    await fill(hana, 'Our purpose', purposes.result);
    await see(hana, 'This names a result.');
    expect(await faultsOf(hana)).toEqual([]);
    await press(hana, 'Save');
    await seeIn(hana, 'purpose-title', purposes.result);
    await press(hana, 'Word it anew');
    await fill(hana, 'Our purpose', purposes.hers);
    await seeGone(hana, 'This names a result.');
    await press(hana, 'Save');
    await unfold(hana, 'An earlier wording');
    await seeIn(hana, 'purpose-title', purposes.result);
  });

  it('is affirmed by each school’s head', async () => {
    await see(hana, '0 of 2 schools have affirmed it.');
    await press(hana, 'Affirm it for Ash Lane');
    await see(hana, '1 of 2 schools have affirmed it.');
    expect(await hana.$$('::-p-aria([name="Affirm it for Oak Road"])')).toEqual([]);
  });

  it('that was worded by two at once shows both, and loses neither', async () => {
    await seeGone(hana, 'On this device');
    await tap.shut();
    await press(hana, 'Word it anew');
    await fill(hana, 'Our purpose', purposes.later);
    await press(hana, 'Save');
    await seeIn(hana, 'purpose-title', purposes.later);
    // Ann saw the wording before.
    const { records } = await post(worker.address, 'changes', Changed, { after: 0 }, founded.joined.token);
    const before = records.findLast(({ kind }) => kind === Purpose.kind);
    await ann(wordPurpose, { id: newId(), text: purposes.annes, after: before?.id });
    await tap.open();
    await see(hana, 'Somebody worded it anew before yours arrived.');
    await seeIn(hana, 'purpose-title', purposes.annes);
    expect(await faultsOf(hana)).toEqual([]);
    await press(hana, 'Go on from mine');
    expect(await typedIn(hana, 'Our purpose')).toBe(purposes.later);
    await press(hana, 'Save');
    await seeGone(hana, 'Somebody worded it anew before yours arrived.');
    await see(hana, '3 earlier wordings');
  });
});

describe('how', () => {
  it('is values with what people do, and do not tolerate', async () => {
    await press(hana, 'Add a value');
    await press(hana, 'Save');
    await see(hana, 'Give it a name.');
    await fill(hana, 'The value', 'Candour');
    await fill(hana, 'What we do', 'We say what did not work first.\n- We ask before we advise.');
    await fill(hana, 'What we do not tolerate', 'Comparing schools to blame one.');
    expect(await faultsOf(hana)).toEqual([]);
    await press(hana, 'Save');
    await see(hana, 'We ask before we advise.');
    await press(hana, 'Set aside Candour');
    await see(hana, 'Set aside (1)');
    await unfold(hana, 'Set aside (1)');
    await press(hana, 'Take up again Candour');
    await see(hana, 'Edit');
  });

  it('is rules that everyone reads, and says that they will keep', async () => {
    await hana.locator('section[aria-labelledby="rules-title"] ::-p-text(Write it)').click();
    await fill(hana, 'Rules of engagement', 'We answer within a week.\nWhat is said in a visit stays in it.');
    await press(hana, 'Save');
    await see(hana, '0 of 2 members have read them and will keep to them.');
    await press(hana, 'I have read them and will keep to them');
    await see(hana, '1 of 2 members have read them and will keep to them.');
    await unfold(hana, 'Who has yet to read them');
    await seeIn(hana, 'rules-title', 'Ann Archer');
  });
});

describe('who is missing', () => {
  it('is told per priority, as care', async () => {
    await see(hana, 'Once a priority is proposed, this is told for each.');
    await ann(proposePriority, { id: reading, title: 'Every child reads' });
    await see(hana, 'Nothing has been saved for it in this time.');
    await unfold(hana, 'Groups of pupils that we watch');
    await press(hana, 'Watch SEND');
    const note = { id: newId(), passages: [], note: 'Heard in a lesson', tags: [], priorities: [reading] };
    await ann(saveEvidence, { ...note, seen: { how: 'pupils' } });
    await see(hana, 'Not heard from yet: Ash Lane and Oak Road.');
    await see(hana, 'Nothing yet from heads.');
    await see(hana, 'Nothing yet speaks of SEND.');
    await see(hana, 'Nothing yet in the voice of families.');
  });
});

describe('looking outward', () => {
  it('follows another partnership, with the reason why', async () => {
    await unfold(hana, 'Follow a partnership');
    await fill(hana, 'Its name', 'Dales Federation');
    await fill(hana, 'The address of its page', 'nonsense');
    await fill(hana, 'Why do we follow it?', 'They share teachers.');
    await press(hana, 'Follow');
    await see(hana, 'Paste the address of its page');
    await fill(hana, 'The address of its page', 'dales.example.org/review');
    await press(hana, 'Follow');
    await see(hana, 'They share teachers.');
    await press(hana, 'Stop following Dales Federation');
    await seeGone(hana, 'They share teachers.');
  });

  it('stands on a page without a fault', async () => {
    expect(await faultsOf(hana)).toEqual([]);
  });
});
