import { describe, expect, it } from 'vitest';
import { Evidence } from '../../../shared/evidence/evidence.ts';
import { suggestText } from '../../../shared/evidence/suggest-text.ts';
import { Priority } from '../../../shared/priorities/priority.ts';
import { suggest } from '../../../shared/priorities/suggest.ts';
import { createScripted, note, type Scripted } from './scripted.ts';

const reading = { id: 'reading', title: 'Every child a fluent reader' };

/** Notes of a school in a town called Reading: they name it, and are about something else each time. */
const fromTheTown = [
  'Reading schools will share a minibus for swimming. Reading has two pools that schools can book.',
  'The Reading schools’ choir sings at the town hall. All schools in Reading may send ten pupils.',
  'Reading council has set school term dates. Schools in Reading break up a day later than in Slough.',
  'A new footbridge will help pupils to walk to schools in Reading. Work in Reading starts in May.',
  'Reading schools raised £4,000 for the hospice. Reading families baked cakes for the stall.',
  'The Reading heads’ supper is on the 9th. Teachers from all Reading schools are welcome.',
  'School meals in Reading will come from a new kitchen. Reading schools asked for more vegetables.',
  'Reading pupils won the county chess cup. Three schools in Reading sent a team.',
  'Parking near Reading schools is to be banned. Parents in Reading will have to walk a little.',
  'Photographs of old Reading schools are on show. Pupils in Reading drew their own town.',
];
const another =
  'The mayor will open the garden at one of the Reading schools. Pupils from all over Reading planted it.';

let seq = 100;
/** Something reached the base. */
async function arrives({ replica, member }: Scripted, id: string, words: object | null, at = ++seq): Promise<void> {
  const { id: _, ...plain } = note('');
  const body = words && { ...plain, by: member, at, ...words };
  await replica.db.records.put({ kind: Evidence.kind, id, v: 1, rev: 1, seq: at, body });
}

async function withPriority(): Promise<Scripted> {
  const device = await createScripted();
  const body = { title: reading.title, state: 'agreed', thread: 0, by: device.member, at: 1 };
  await device.replica.db.records.put({ kind: Priority.kind, id: reading.id, v: 1, rev: 1, seq: 50, body });
  return device;
}

const catchUp = ({ replica }: Scripted) => replica.teaching.catchUp(new AbortController().signal);
const isSuggested = async ({ replica }: Scripted, text: string) =>
  suggest(text, [reading], (await replica.teaching.learned())?.model)[0]?.suggested;

describe('what the cluster’s own tags teach a device', () => {
  it('a wrong suggestion that was corrected ten times is not made again', async () => {
    const device = await withPriority();
    expect(await isSuggested(device, another)).toBe(true);
    for (const [i, text] of fromTheTown.entries()) {
      await arrives(device, `town-${i}`, { note: text, tags: ['town'] });
      await catchUp(device);
    }
    expect(await isSuggested(device, another)).toBe(false);
    expect(await isSuggested(device, 'Pupils who cannot decode need daily phonics to become fluent readers.')).toBe(
      true,
    );
    expect((await device.replica.teaching.learned())?.tags.town?.n).toBe(10);
  });

  it('it is learnt once, whatever the number of times, and groups are never cut', async () => {
    const device = await withPriority();
    for (let i = 0; i < 20; i++) await arrives(device, `one-${i}`, { note: `Word${i} of fluent readers` }, 200);
    await catchUp(device);
    await catchUp(device);
    expect((await device.replica.teaching.learned())?.model.n).toBe(20);
    expect(await device.replica.db.taught.count()).toBe(20);
  });

  it('a tag that was changed is unlearnt; what is withdrawn or erased leaves no word behind', async () => {
    const device = await withPriority();
    await arrives(device, 'a', { note: 'Zephyrine reads aloud', tags: ['aloud'], priorities: [reading.id] });
    await catchUp(device);
    const once = await device.replica.teaching.learned();
    expect(JSON.stringify(once)).toContain('zephyrin');
    await arrives(device, 'a', { note: 'Zephyrine reads aloud', tags: [], priorities: [] });
    await catchUp(device);
    const changed = await device.replica.teaching.learned();
    expect(changed?.model.n).toBe(1);
    expect(changed?.tags).toEqual({});
    expect(changed?.model.differed).not.toEqual(once?.model.differed);
    await arrives(device, 'b', { note: 'Quixotine too', withdrawn: 7 });
    await arrives(device, 'a', null);
    await catchUp(device);
    const after = await device.replica.teaching.learned();
    expect(after?.model.n).toBe(0);
    expect(JSON.stringify([after, await device.replica.db.taught.toArray()])).not.toMatch(/zephyrin|quixotin/i);
  });

  it('a device that is new learns from the newest thousand', async () => {
    const device = await withPriority();
    const { id: _, ...plain } = note('');
    await device.replica.db.records.bulkPut(
      Array.from({ length: 1040 }, (_, i) => {
        const body = { ...plain, note: 'Aloud', by: device.member, at: i };
        return { kind: Evidence.kind, id: `many-${i}`, v: 1, rev: 1, seq: 1000 + i, body };
      }),
    );
    const ending = new AbortController();
    setTimeout(() => ending.abort(), 200);
    await device.replica.teaching.catchUp(ending.signal);
    const learned = await device.replica.teaching.learned();
    expect(learned?.seq).toBeGreaterThan(1039);
    expect(await device.replica.db.taught.get('many-39')).toBeUndefined();
    expect(await device.replica.db.taught.get('many-40')).toMatchObject({ text: 'Aloud' });
  });

  it('nothing of it stays when the device leaves', async () => {
    const device = await withPriority();
    await arrives(device, 'a', { note: 'Zephyrine reads aloud' });
    await catchUp(device);
    await device.replica.sessions.shut();
    expect(await device.replica.teaching.learned()).toBeUndefined();
    expect(await device.replica.db.taught.count()).toBe(0);
  });

  it('the text is the one by which cards are judged', async () => {
    const device = await withPriority();
    const passage = { exact: 'Decodable books', prefix: '', suffix: '', start: 0, end: 15 };
    await arrives(device, 'a', { note: 'For us', passages: [passage] });
    await catchUp(device);
    expect((await device.replica.db.taught.get('a'))?.text).toBe(suggestText({ note: 'For us', passages: [passage] }));
  });
});
