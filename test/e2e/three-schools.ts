import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Joined } from '../../shared/cluster/access.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { actAs, type Founded, foundAt } from './founded.ts';
import { joinCluster } from './screens.ts';
import { startTap, type Tap } from './tap.ts';

export const schoolNames = [
  'Hill View Primary School',
  'Vale Church of England Primary School',
  'Quayside Academy',
] as const;

/** Their figures, as somebody copies them from a spreadsheet: some of them no figures. */
export const copiedTable = [
  '2024/25\tHill View\tVale CE Primary\t100003\tNational',
  'Persistent absence (%)\t22.1%\tSUPP\t18.0\t20%',
  'Reading at the expected standard\t70%\t61.5%\t–\t74%',
  'Number of suspensions\t12\t4\tabout 6\t',
].join('\n');

/** A cluster of three schools with their heads. */
export interface ThreeSchools {
  address: string;
  founded: Founded;
  schools: { hill: string; vale: string; quay: string };
  /** The browser of a coordinator, Anna, and her log page. */
  hers: Chromium;
  ann: Page;
  /** The log page of Ben, the head of Hill View, in a browser of his own behind a tap. */
  ben: Page;
  tap: Tap;
  /** The heads of Vale and of Quayside, who have no browser here. */
  cat: Joined;
  dan: Joined;
  close(): Promise<void>;
}

/** Starts it, with a Worker of its own. */
export async function startThreeSchools(): Promise<ThreeSchools> {
  const data = mkdtempSync(join(tmpdir(), 'goldthread-schools-'));
  const worker = await startLocalWorker({ port: 0, data });
  const { address } = worker;
  const tap = await startTap(address);
  const founded = await foundAt(address);
  const schools = { hill: newId(), vale: newId(), quay: newId() };
  for (const [i, id] of Object.values(schools).entries()) {
    await actAs(address, founded.joined, addSchool, { id, name: schoolNames[i] ?? '', urn: String(100001 + i) });
  }
  const cat = await founded.admit('Cat Carter', 'head', [schools.vale]);
  const dan = await founded.admit('Dan Dyer', 'head', [schools.quay]);
  const [hers, his] = await Promise.all([launchChromium(), launchChromium()]);
  await joinCluster(await hers.welcome(), { link: await founded.link('coordinator'), name: 'Anna Abel' });
  const link = (await founded.link('head', [schools.hill])).replace(address, tap.address);
  await joinCluster(await his.welcome(), { link, name: 'Ben Baker' });
  return {
    address,
    founded,
    schools,
    hers,
    ann: await hers.open('log'),
    ben: await his.open('log'),
    tap,
    cat,
    dan,
    async close() {
      await Promise.all([hers.close(), his.close()]);
      await Promise.all([tap.close(), worker.stop()]);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
