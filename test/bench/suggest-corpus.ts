import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PriorityText } from '../../shared/priorities/suggest.ts';
import { root } from '../tools/run-process.ts';

/** A passage, and the priorities of its set that it truly bears on. None is an answer too. */
export interface Labelled {
  /** Where it stands, for a person who wants to look at it. */
  name: string;
  text: string;
  priorities: string[];
}

/** Priorities that a cluster may have, with passages to suggest them for. */
export interface PassageSet {
  name: string;
  priorities: PriorityText[];
  passages: Labelled[];
}

export const fixtures = join(root, 'test/fixtures/suggest');

/** Every other passage of each file was built on; the rest were kept unseen. */
export type Part = 'built on' | 'unseen';

interface Topical {
  name: string;
  text: string;
  topics: string[];
}

function passagesOf(part: Part): Topical[] {
  const files = readdirSync(fixtures)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  return files.flatMap((file) => {
    const blocks = readFileSync(join(fixtures, file), 'utf8').split(/^=== /m).slice(1);
    return blocks.flatMap((block, i) => {
      if ((i % 2 === 0) !== (part === 'built on')) return [];
      const [topics = '', ...lines] = block.split('\n');
      const named = topics.split(',').map((topic) => topic.trim());
      return [{ name: `${file} ${i + 1}`, text: lines.join('\n').trim(), topics: named }];
    });
  });
}

/** Our own passages, with each set of priorities. A passage is labelled with subjects, a set says whose they are. */
export function ownSets(part: Part): PassageSet[] {
  const sets = JSON.parse(readFileSync(join(fixtures, 'priorities.json'), 'utf8')) as {
    name: string;
    /** Written after the rest was built, to see how titles that nobody thought of are read. */
    unseen?: boolean;
    priorities: (PriorityText & { topics: string[] })[];
  }[];
  const passages = passagesOf(part);
  const wanted = sets.filter(({ unseen }) => part === 'unseen' || !unseen);
  return wanted.map(({ name, priorities }) => ({
    name,
    priorities,
    passages: passages.map(({ name, text, topics }) => ({
      name,
      text,
      priorities: priorities.filter((one) => one.topics.some((topic) => topics.includes(topic))).map(({ id }) => id),
    })),
  }));
}

/**
 * Passages labelled by others: the file that `GOLDTHREAD_PASSAGES` names, or the sample beside the project.
 * `{priorities: [{id, title, description}], passages: [{text, priorities: [id]}]}`; none where there is no such file.
 */
export function othersSet(): PassageSet | undefined {
  const path = process.env.GOLDTHREAD_PASSAGES ?? join(root, '../shared/data/passages.json');
  if (!existsSync(path)) return undefined;
  const { priorities, passages } = JSON.parse(readFileSync(path, 'utf8')) as {
    priorities: PriorityText[];
    passages: { file?: string; text: string; priorities: string[] }[];
  };
  const named = passages.map(({ file, ...one }, i) => ({ ...one, name: file ?? `passage ${i + 1}` }));
  return { name: 'passages labelled by others', priorities, passages: named };
}
