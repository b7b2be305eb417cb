import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redact } from '../../../shared/cluster/redact.ts';
import { Evidence, editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { Priority, proposePriority } from '../../../shared/priorities/priority.ts';
import { type LocalWorker, startLocalWorker } from '../../tools/local-worker.ts';
import { clusterRows } from './cluster-rows.ts';
import { createDevice, type Device, type Fate } from './device.ts';

/** What may happen next. Numbers choose among what is there when it happens. */
type Event =
  | { what: 'save'; device: number; priority: number; bogus: boolean }
  | { what: 'propose'; device: number }
  | { what: 'edit'; device: number; entry: number; behind: number }
  | { what: 'redact'; device: number; entry: number }
  | { what: 'group'; device: number; spoilt: boolean }
  | { what: 'sync'; device: number; fates: Fate[] }
  | { what: 'late'; device: number }
  | { what: 'kill'; device: number }
  | { what: 'restart' };

const device = fc.nat({ max: 3 });
const pick = fc.nat({ max: 999 });
const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'arrives', 'lost', 'answer-lost', 'twice', 'late');
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('save'), device, priority: pick, bogus: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('propose'), device }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('edit'), device, entry: pick, behind: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('redact'), device, entry: pick }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('group'), device, spoilt: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('sync'), device, fates: fc.array(fate, { maxLength: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('late'), device }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('kill'), device }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart') }) },
) as fc.Arbitrary<Event>;

const data = mkdtempSync(join(tmpdir(), 'goldthread-model-'));
let worker: LocalWorker;
let port: number;

const start = async () => {
  worker = await startLocalWorker({
    port: port ?? 0,
    data,
    vars: { MEMBER_RATE: '1000000', ADDRESS_HEADER: 'CF-Connecting-IP' },
  });
  port = Number(new URL(worker.address).port);
};

beforeAll(start, 60_000);
afterAll(async () => {
  await worker.stop();
  rmSync(data, { recursive: true });
});

/** A cluster of three members with four devices: the second member has two. */
async function gather(): Promise<{ cluster: string; devices: Device[] }> {
  // A device's clock may be an hour off.
  const devices = [0, 3_600_000, -3_600_000, 0].map((off) => createDevice({ now: () => Date.now() + off }));
  const [first, second, third, fourth] = devices.map(({ replica }) => replica.access);
  const body = { name: 'Model', word: 'cluster', founder: 'Coordinator', device: 'one' } as const;
  const created = good(await first?.create(worker.address, body, true));
  const codeOf = async (link?: { link: string }) => link?.link.split('#')[1] ?? '';
  const invited = good(await first?.invite({ role: 'leader', schools: [], uses: 2, days: 1 }));
  good(await second?.join(worker.address, { code: await codeOf(invited), name: 'Leader', device: 'two' }, true));
  good(await third?.join(worker.address, { code: await codeOf(invited), name: 'Reader', device: 'three' }, true));
  const more = good(await second?.addDevice());
  good(await fourth?.join(worker.address, { code: await codeOf(more), device: 'four' }, true));
  return { cluster: created.cluster, devices };
}

function good<T>(result: { ok: true; value: T } | { ok: false; problem: unknown } | undefined): T {
  if (!result?.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** The words of every entry, so that erased ones can be looked for. */
const wordsOf = (id: string) => `words of ${id}`;

async function happen(event: Event, devices: Device[]): Promise<void> {
  if (event.what === 'restart') {
    await worker.stop();
    await start();
    return;
  }
  const at = devices[event.device] as Device;
  const { outbox, view, sync } = at.replica;
  if (event.what === 'save') {
    const known = await view.list(Priority);
    const chosen = known[event.priority % Math.max(1, known.length)];
    const priorities = event.bogus ? [newId()] : chosen ? [chosen.id] : [];
    const id = newId();
    await outbox.act(saveEvidence, { id, passages: [], note: wordsOf(id), tags: [], priorities });
  } else if (event.what === 'propose') {
    await outbox.act(proposePriority, { id: newId(), title: `Priority ${newId()}` });
  } else if (event.what === 'edit') {
    const entry = await entryAt(at, event.entry);
    if (!entry) return;
    const rev = Math.max(1, entry.rev - event.behind);
    await outbox.act(editEvidence, { id: entry.id, rev, note: `${wordsOf(entry.id)}, edited ${newId()}` });
  } else if (event.what === 'redact') {
    const entry = await entryAt(at, event.entry);
    if (entry) await outbox.act(redact, { kind: 'evidence', id: entry.id });
  } else if (event.what === 'group') {
    const [priority, evidence] = [newId(), newId()];
    await outbox.actTogether([
      { action: proposePriority, body: { id: priority, title: `Group ${priority}` } },
      {
        action: saveEvidence,
        body: {
          id: evidence,
          passages: [],
          note: wordsOf(evidence),
          tags: [],
          priorities: [event.spoilt ? newId() : priority],
        },
      },
    ]);
  } else if (event.what === 'sync') {
    at.fates = [...event.fates];
    await sync.once();
    at.fates = [];
  } else if (event.what === 'late') {
    await Promise.all(at.late.splice(0).map((send) => send()));
  } else at.kill();
}

async function entryAt({ replica }: Device, index: number) {
  const entries = await replica.view.entries(200);
  const there = entries.filter(({ standing }) => standing !== 'refused');
  return there[index % Math.max(1, there.length)]?.record;
}

/** Everybody is online again and nothing is lost any more. */
async function settle(devices: Device[]): Promise<void> {
  for (const { late } of devices) await Promise.all(late.splice(0).map((send) => send()));
  // What waits for another of one's own goes in the next round.
  for (let round = 0; round < 4; round++) {
    for (const { replica } of devices) expect(await replica.sync.once()).toBe('done');
  }
}

describe('any order of events', () => {
  it('ends with every replica equal to the records, and every accepted action once in the log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 20, maxLength: 90 }), async (events) => {
        const { cluster, devices } = await gather();
        const made = new Map<string, number>();
        for (const one of events) {
          await happen(one, devices);
          for (const [index, { replica }] of devices.entries()) {
            for (const { group } of await replica.outbox.rows()) for (const { id } of group) made.set(id, index);
          }
        }
        await settle(devices);
        const rows = await clusterRows(data, cluster);
        const refused = new Set<string>();
        for (const { replica } of devices) {
          expect(await replica.db.records.orderBy('[kind+id]').toArray()).toEqual(rows.records);
          for (const row of await replica.outbox.rows()) {
            expect(row.state).toBe('refused');
            for (const { id } of row.group) refused.add(id);
          }
        }
        const logged = rows.log.filter(({ by }) => by !== 'operator').map(({ id }) => id);
        expect(new Set(logged).size).toBe(logged.length);
        // Accepted or refused, and never both; nothing that nobody did.
        expect([...logged, ...refused].sort()).toEqual([...made.keys()].sort());
        // Neither records nor log hold a word of what was erased.
        const erased = rows.records.filter(({ kind, body }) => kind === Evidence.kind && body === null);
        for (const { id } of erased) {
          expect(JSON.stringify(rows)).not.toContain(wordsOf(id));
        }
      }),
      { numRuns: 14, endOnFailure: false },
    );
  }, 300_000);
});
