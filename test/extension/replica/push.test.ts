import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/action.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import { createScripted, good, json, note, problem, type Script, type Scripted } from './scripted.ts';

/** Saves notes with these words; answers with their groups' ids by words. */
async function save({ replica }: Scripted, ...words: string[]) {
  const groups: { [words: string]: string } = {};
  for (const one of words) groups[one] = good(await replica.outbox.act(saveEvidence, note(one))).group;
  return groups;
}

const wordsIn = (groups: unknown) =>
  [...JSON.stringify(groups).matchAll(/"note":"([^"]*)"/g)].map(([, words]) => words);

/** Where each row stands, by its words. */
const standings = async ({ replica }: Scripted) =>
  (await replica.outbox.rows()).map((row) => [wordsIn(row.group)[0] ?? '', row.state, row.problem?.code]);

const batches = ({ asked }: Scripted) =>
  asked.flatMap(({ path, body }) => (path === 'actions' ? [wordsIn(body.groups)] : []));

/** Refuses actions whose words are named, alone; everything else is decided by the cluster. */
const refusing =
  ({ cluster }: Scripted, codes: { [words: string]: string }): Script =>
  ({ path, body }) => {
    if (path !== 'actions') return undefined;
    const answers = (body.groups ?? []).flatMap((group): object[] => {
      const code = codes[wordsIn(group)[0] ?? ''];
      return code ? group.map(({ id }) => ({ id, ok: false, problem: { code } })) : cluster.append(group);
    });
    return json({ time: Date.now(), answers });
  };

describe('pushing', () => {
  it('sends everything in the order in which it was made, in batches that the Worker takes', async () => {
    const scripted = await createScripted();
    const words = Array.from({ length: 250 }, (_, i) => `words ${i}`);
    await save(scripted, ...words);
    expect(await scripted.replica.sync.once()).toBe('done');
    const sent = batches(scripted);
    expect(sent.flat()).toEqual(words);
    for (const batch of sent) expect(batch.length).toBeLessThanOrEqual(limits.groupsPerBatch);
    expect(await scripted.replica.outbox.rows()).toEqual([]);
  });

  it('keeps a batch under the Worker’s limit of bytes', async () => {
    const scripted = await createScripted();
    await save(scripted, ...Array.from({ length: 60 }, (_, i) => `${i}`.padEnd(10_000, 'x')));
    expect(await scripted.replica.sync.once()).toBe('done');
    for (const { init } of scripted.asked) expect(String(init.body).length).toBeLessThan(limits.requestBytes);
    expect(batches(scripted).flat()).toHaveLength(60);
  });

  it('sends again what was not answered, unchanged', async () => {
    const scripted = await createScripted();
    await save(scripted, 'one', 'two');
    const before = await scripted.replica.outbox.rows();
    scripted.follow(({ path, body }) => {
      if (path !== 'actions') return undefined;
      for (const group of body.groups ?? []) scripted.cluster.append(group);
      return 'lost';
    });
    expect(await scripted.replica.sync.once()).toBe('offline');
    expect(await scripted.replica.outbox.rows()).toEqual(before.map((row) => ({ ...row, tried: true })));
    scripted.follow(() => undefined);
    expect(await scripted.replica.sync.once()).toBe('done');
    const [first, second] = scripted.asked.filter(({ path }) => path === 'actions');
    expect(second?.body).toEqual(first?.body);
    expect(scripted.cluster.log.size).toBe(2);
    expect(await scripted.replica.outbox.rows()).toEqual([]);
  });

  it('finds the one that spoils a batch, and lets all others go', async () => {
    for (const poison of ['first', 'middle', 'last']) {
      const scripted = await createScripted();
      await save(scripted, 'first', 'a', 'middle', 'b', 'last');
      scripted.follow(({ path, body }) =>
        path === 'actions' && wordsIn(body.groups).includes(poison) ? problem('not-valid') : undefined,
      );
      expect(await scripted.replica.sync.once()).toBe('done');
      expect(await standings(scripted)).toEqual([[poison, 'refused', 'not-valid']]);
      expect(scripted.cluster.log.size).toBe(4);
    }
  });

  it('leaves what the Worker wants later waiting, and notes the rest', async () => {
    const scripted = await createScripted();
    await save(scripted, 'later', 'never', 'newer', 'strange', 'fine');
    const codes = { later: 'server-error', never: 'exists', newer: 'unknown-field', strange: 'a-code-of-2030' };
    scripted.follow(refusing(scripted, codes));
    expect(await scripted.replica.sync.once()).toBe('offline');
    const notFine = (await standings(scripted)).filter(([words]) => words !== 'fine');
    expect(notFine).toEqual([
      ['later', 'waiting', undefined],
      ['never', 'refused', 'exists'],
      ['newer', 'held', 'unknown-field'],
      ['strange', 'held', 'a-code-of-2030'],
    ]);
    scripted.follow(() => undefined);
    expect(await scripted.replica.sync.once()).toBe('done');
    expect(await standings(scripted)).toEqual([['never', 'refused', 'exists']]);
  });

  it('holds what is missing something that still waits, and refuses it where nothing does', async () => {
    const scripted = await createScripted();
    const { outbox, sync } = scripted.replica;
    const priority = newId();
    good(await outbox.act(proposePriority, { id: priority, title: 'Reading' }));
    good(await outbox.act(saveEvidence, note('behind', { priorities: [priority] })));
    let wait = true;
    scripted.follow(({ path, body }) => {
      if (path !== 'actions' || !wait) return undefined;
      const answers = (body.groups ?? []).flatMap((group): object[] =>
        group[0]?.name === proposePriority.name
          ? group.map(({ id }) => ({ id, ok: false, problem: { code: 'server-error' } }))
          : scripted.cluster.append(group),
      );
      return json({ time: Date.now(), answers });
    });
    await sync.once();
    expect(await standings(scripted)).toEqual([
      ['', 'waiting', undefined],
      ['behind', 'held', 'missing'],
    ]);
    wait = false;
    expect(await sync.once()).toBe('done');
    expect(await outbox.rows()).toEqual([]);

    good(await outbox.act(saveEvidence, note('alone', { priorities: [newId()] })));
    expect(await sync.once()).toBe('done');
    expect(await standings(scripted)).toEqual([['alone', 'refused', 'missing']]);
    // What was refused is not on its way: nothing is held behind it.
    good(await outbox.act(saveEvidence, note('next', { priorities: [newId()] })));
    expect(await sync.once()).toBe('done');
    expect((await standings(scripted))[1]).toEqual(['next', 'refused', 'missing']);
  });

  it('refuses a group whole, with the reason and not its echo', async () => {
    const scripted = await createScripted();
    const steps = [
      { action: saveEvidence as never, body: note('sound') },
      { action: saveEvidence as never, body: note('spoilt', { priorities: [newId()] }) },
    ];
    good(await scripted.replica.outbox.actTogether(steps));
    expect(await scripted.replica.sync.once()).toBe('done');
    expect(await standings(scripted)).toEqual([['sound', 'refused', 'missing']]);
    expect(await scripted.replica.view.entries(10)).toMatchObject([{ standing: 'refused' }, { standing: 'refused' }]);
    expect(scripted.cluster.log.size).toBe(0);
  });
});
