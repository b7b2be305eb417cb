import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Issued, Joined, joinLink, newKeys } from '../../shared/cluster/access.ts';
import type { Role } from '../../shared/cluster/roles.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { adoptPriority } from '../../shared/priorities/agreement.ts';
import { dayAt, releasesOf } from '../../shared/priorities/due.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { linkToThing } from '../../shared/priorities/one-thing.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { enterReading } from '../../shared/priorities/reading.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import { Answers, Page as Changed } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { startLocalWorker } from '../tools/local-worker.ts';
import { foundAt } from './founded.ts';
import { startTap } from './tap.ts';

/** The figure that comes out in the month in which the test runs, whichever that is. */
const month = dayAt(Date.now()).slice(0, 7);
const due = { part: 'autumn', month: Number(month.slice(5)) } as const;
const [release] = releasesOf([due], month, month);

/** Kestrel Vale with two schools, an agreed priority, attendance as its indicator, and two years of figures. */
export async function startAttendance() {
  const data = mkdtempSync(join(tmpdir(), 'goldthread-attendance-'));
  const worker = await startLocalWorker({ port: 0, data });
  // Browsers come by the tap, so that their line can be cut.
  const tap = await startTap(worker.address);
  const { address } = tap;
  const { joined } = await foundAt(worker.address);
  const [priority, indicator, amberwick, thistledown] = [newId(), newId(), newId(), newId()];

  /** Does something as Ann, or as whose token it is, on a device that has no screen here. */
  async function act({ name }: { name: string }, body: object, token = joined.token): Promise<void> {
    const action = { id: newId(), name, body, at: Date.now() };
    const { answers } = await post(worker.address, 'actions', Answers, { groups: [[action]] }, token);
    for (const answer of answers) if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}`);
  }
  async function reading(school: string, period: string, value: unknown, more: object = {}): Promise<string> {
    const id = newId();
    await act(enterReading, { id, indicator, school, period, value, status: 'own', ...more });
    return id;
  }
  /** A code for one person, of both schools unless it is said. */
  async function codeFor(role: Role, schools = [amberwick, thistledown]): Promise<string> {
    const body = { role, schools, uses: 1, days: 14 };
    return (await post(worker.address, 'invitations', Issued, body, joined.token)).code;
  }

  await act(addSchool, { id: amberwick, name: 'Amberwick Junior', urn: '199902' });
  await act(addSchool, { id: thistledown, name: 'Thistledown Lane', urn: '199901' });
  const dates = { starts: '2023-09-01', review: '2098-07-01' };
  const alone = 'Families have children in both schools';
  await act(proposePriority, { id: priority, title: 'Days in school', alone, ...dates });
  await act(adoptPriority, { id: priority, rev: 1, on: '2023-09-01', minuted: 'Heads’ meeting' });
  const about = { about: 'All pupils', unit: 'percent', direction: 'up', priorities: [priority] };
  await act(addIndicator, { id: indicator, name: 'Attendance', ...about, due: [due] });
  const start = await reading(thistledown, 'term:2022:autumn', 90);
  await act(setBaseline, { id: newId(), indicator, school: thistledown, reading: start });
  await reading(thistledown, 'term:2023:autumn', 91.5);
  await reading(amberwick, 'term:2022:autumn', 88);
  await reading(amberwick, 'term:2023:autumn', 89, { status: 'provisional' });
  const words = { passages: [], tags: [], priorities: [priority] };
  await act(saveEvidence, { id: newId(), ...words, note: 'Mondays are still thin', stance: 'challenges' });

  const period = release?.period ?? '';
  return {
    ...{ priority, indicator, amberwick, thistledown, period, act, reading },
    /** A link for a coordinator who is of both schools, or for somebody else. */
    invitation: async (role: Role = 'coordinator', schools?: string[]) =>
      joinLink(address, await codeFor(role, schools)),
    tap,
    /** Every record of a kind that the Worker has. */
    async records(kind: { kind: string }) {
      const { records } = await post(worker.address, 'changes', Changed, { after: 0 }, joined.token);
      return records.filter((one) => one.kind === kind.kind).map((one) => one.body);
    },
    /** The token of a head who joins without a browser. */
    async head(): Promise<string> {
      const body = { code: await codeFor('head'), name: 'Di Dale', device: 'A phone', keys: newKeys() };
      return (await post(worker.address, 'join', Joined, body)).token;
    },
    figureLink: (school: string) => linkToThing(address, { what: 'reading', indicator, school, period }),
    agreeLink: (school: string) => linkToThing(address, { what: 'agree', priority, school }),
    async close(): Promise<void> {
      await Promise.all([tap.close(), worker.stop()]);
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export type Attendance = Awaited<ReturnType<typeof startAttendance>>;
