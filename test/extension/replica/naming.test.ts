import { describe, expect, it } from 'vitest';
import { School } from '../../../shared/cluster/schools.ts';
import { Evidence } from '../../../shared/evidence/evidence.ts';
import { createScripted, note, type Scripted } from './scripted.ts';

const hill = { name: 'Hill Primary School', urns: ['199907'] };

/** Puts something into the base, oldest first. */
async function arrive({ replica, member }: Scripted, words: { [id: string]: object | null }, from: number) {
  const records = Object.entries(words).map(([id, own], i) => {
    const { id: _, ...plain } = note('');
    const body = own && { ...plain, by: member, at: from + i, ...own };
    return { kind: Evidence.kind, id, v: 1, rev: 1, seq: from + i, body };
  });
  await replica.db.records.bulkPut(records);
  await replica.db.meta.put({ key: 'cursor', value: from + records.length });
}

const addSchool = ({ replica }: Scripted, name: string, seq: number) =>
  replica.db.records.put({ kind: School.kind, id: name, v: 1, rev: 1, seq, body: { name, urn: `${199900 + seq}` } });

/** A log of many entries, of which the oldest names a school. */
async function longAgo(): Promise<Scripted> {
  const device = await createScripted();
  await addSchool(device, hill.name, 1);
  const others = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`other-${i}`, { note: `Note ${i}` }]));
  await arrive(device, { first: { note: 'At Hill Primary School’s gate' }, ...others }, 10);
  return device;
}

const found = async ({ replica }: Scripted, of = hill) => (await replica.view.evidenceNaming(of)).map((one) => one.id);
const catchUp = ({ replica }: Scripted) => replica.naming.catchUp(new AbortController().signal);

describe('what names a school', () => {
  it('is found however old it is, once it was looked for, and what came since at once', async () => {
    const device = await longAgo();
    await arrive(device, { newest: { note: 'Hill Primary School again' } }, 5000);
    expect(await found(device)).toEqual(['newest', 'first']);
    // Among the first that nobody has looked through, or the newest: what lies between is found by and by.
    await arrive(device, { 'other-1200': { note: 'Hill Primary School, in the middle' } }, 1210);
    await device.replica.db.records.update(['evidence', 'other-1200'], { seq: 1210 });
    await catchUp(device);
    expect(await found(device)).toEqual(['newest', 'other-1200', 'first']);
    await arrive(device, { later: { note: 'And Hill Primary School once more' } }, 6000);
    expect(await found(device)).toEqual(['later', 'newest', 'other-1200', 'first']);
  });

  it('is not what was changed, withdrawn or erased', async () => {
    const device = await longAgo();
    await catchUp(device);
    expect(await device.replica.db.named.count()).toBe(1);
    await arrive(device, { first: null, 'other-1': { note: 'Hill Primary School', withdrawn: 1 } }, 7000);
    expect(await found(device)).toEqual([]);
    await catchUp(device);
    expect(await device.replica.db.named.get('first')).toBeUndefined();
    expect(await found(device)).toEqual([]);
  });

  it('is found of a school that joins later, and of a new name', async () => {
    const device = await longAgo();
    await arrive(device, { marsh: { note: 'Marsh Lane Infants sang' } }, 9);
    await catchUp(device);
    const marsh = { name: 'Marsh Lane Infants', urns: [] };
    await addSchool(device, marsh.name, 2);
    await catchUp(device);
    expect(await found(device, marsh)).toEqual(['marsh']);
    expect(await found(device)).toEqual(['first']);
    expect((await device.replica.db.named.get('marsh'))?.names).toEqual([' marsh lane infants ']);
  });

  it('is looked for once more in an older copy of the cluster', async () => {
    const device = await longAgo();
    await catchUp(device);
    await device.replica.db.records.where('[kind+seq]').between(['evidence', 12], ['evidence', Infinity]).delete();
    await device.replica.db.meta.put({ key: 'cursor', value: 11 });
    await catchUp(device);
    await arrive(device, { next: { note: 'Hill Primary School' } }, 12);
    await catchUp(device);
    expect(await found(device)).toEqual(['next', 'first']);
    expect(await device.replica.db.named.count()).toBe(2);
  });
});
