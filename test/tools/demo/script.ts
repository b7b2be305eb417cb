import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../../../shared/cluster/cluster.ts';
import type { Role } from '../../../shared/cluster/roles.ts';
import type { ClipKind, SeenHow, Stance } from '../../../shared/evidence/evidence.ts';
import type { Direction, Due, Unit } from '../../../shared/priorities/indicator.ts';
import type { Plan, Strand } from '../../../shared/priorities/priority.ts';
import type { Missing, Status } from '../../../shared/priorities/reading.ts';
import { root } from '../run-process.ts';
import type { Moment } from './days.ts';
import type { Rhythm } from './periods.ts';

/** Who does something, by key, and when. Keys stand for ids, which are made anew. */
export interface Act extends Moment {
  by: string;
}

/** `cluster.json`: who the demo is made of. */
export interface ClusterScript {
  name: string;
  word: Cluster['word'];
  /** The member that founds it today; everyone else has been in it for a while. */
  keeper: string;
  /** Who a person that tries the demo is, and the key of their school. */
  visitor: { name: string; school: string };
  begun: Moment;
  schools: { key: string; name: string; urn: string; became?: Act & { urn: string } }[];
  members: (Partial<Moment> & { key: string; name: string; role: Role; schools: string[] })[];
  groups: (Act & { name: string })[];
}

/** `partnership.json`: why it exists and how it works together. */
export interface PartnershipScript {
  purposes: (Act & { text: string; affirmed: (Act & { school: string })[] })[];
  values: (Act & { title: string; adopt: string[]; refuse: string[] })[];
  rules: Act & { text: string; accepted: Act[] };
  followed: (Act & { name: string; page: string; why: string })[];
}

interface Wording {
  title?: string;
  description?: string;
  alone?: string;
}

/** `priorities.json`: what the cluster works on. */
export interface PriorityScript extends Act, Wording {
  key: string;
  title: string;
  /** Worded anew after talk about it. */
  reworded?: Act & Wording;
  noticed: (Act & { school: string; text: string })[];
  /** What schools said of a wording, oldest first; with an objection, they objected. */
  said: (Act & { school: string; wording: number; objection?: string })[];
  confirmed?: Act;
  planned?: Act & { plans: { [strand in Strand]?: Plan }; starts: Moment; review: Moment };
}

/** One figure of a school. A plain number or a missing one is the short form. */
export interface ReadingScript {
  value: number | Missing;
  status?: Status;
  breaks?: boolean;
  note?: string;
  /** What it was corrected to, so many days later. */
  revised?: { value: number; status: Status; days: number; note?: string };
}

/** What a school aims at, by the figure of a period: 0 is the last before the demo begins. */
interface AimScript extends Act {
  value: number;
  after: number;
}

/** `indicators.json`: what is measured, and what was found in each school. */
export interface IndicatorScript extends Act {
  key: string;
  name: string;
  unit: Unit;
  direction: Direction;
  about: string;
  /** The sample page that shows where such figures come from. */
  page?: string;
  pupils?: boolean;
  due: Due[];
  rhythm: Rhythm;
  /** How many days after its period a figure is entered. */
  lag: number;
  status: Status;
  /** The key of the priority to which it was tied once that was proposed, and when. */
  priority?: string;
  tied?: Act;
  schools: {
    school: string;
    by: string;
    cohort?: number;
    /** The first is of the last period before the demo begins; those of which the time has not come are left out. */
    readings: (number | Missing | ReadingScript)[];
    noticed?: Act & { text: string };
    /** Where the first figure was made the baseline, and what the school aims at from there. */
    baseline?: Act;
    target?: AimScript;
    stretch?: AimScript & { contribution: string };
    /** Where the series broke: the same from a later figure. */
    anew?: { reading: number; baseline: Act; target: AimScript; stretch: AimScript & { contribution: string } };
  }[];
}

/** `evidence-*.json`: what was read, seen and heard. */
export interface EvidenceScript extends Act {
  /** Where it is more than a quote, a note or something seen. */
  what?: Extract<ClipKind, 'page' | 'link' | 'list'>;
  /** A sample page, with words that stand in it. */
  page?: string;
  quotes?: string[];
  /** A link that stands on that page: to another one, with the words that it has there. */
  link?: { page: string; text: string };
  note: string;
  tags: string[];
  priorities: string[];
  stance?: Stance;
  /** How it was seen or heard, on the last day of school until then. */
  seen?: SeenHow;
  edited?: Moment & { note?: string; tags?: string[]; priorities?: string[]; stance?: Stance };
  withdrawn?: Moment;
}

/** What the demo is made of. */
export interface Script extends ClusterScript {
  partnership: PartnershipScript;
  priorities: PriorityScript[];
  indicators: IndicatorScript[];
  evidence: EvidenceScript[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'test/fixtures/demo', `${name}.json`), 'utf8'));

/** Reads the demo's script from `test/fixtures/demo`. */
export const readDemoScript = (): Script => ({
  ...(read('cluster') as ClusterScript),
  partnership: read('partnership') as PartnershipScript,
  priorities: read('priorities') as PriorityScript[],
  indicators: read('indicators') as IndicatorScript[],
  evidence: ['reading', 'absence', 'talk', 'mathematics'].flatMap(
    (subject) => read(`evidence-${subject}`) as EvidenceScript[],
  ),
});
