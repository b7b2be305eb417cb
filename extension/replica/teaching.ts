import { Evidence, isWithdrawn } from '../../shared/evidence/evidence.ts';
import { suggestText } from '../../shared/evidence/suggest-text.ts';
import { countTags } from '../../shared/evidence/tag-use.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { type Learned, learn, nothingLearned, unlearn } from '../../shared/priorities/suggest-learned.ts';
import type { PriorityText } from '../../shared/priorities/suggest-profile.ts';
import type { Record } from '../../shared/record.ts';
import { type Database, getMeta, type Meta, setMeta, type Taught } from './database.ts';
import { recordsOfKind } from './records-of-kind.ts';

/** Changes that are learnt from at once, and the rest between, in milliseconds: whoever writes is never held up. */
const batch = 8;
const rest = 30;
/** A device that is new to a cluster learns from so many of the newest entries. */
const mostAtFirst = 1000;

/** Everything up to a change, without what was learnt. */
type Known = Meta['learned'];

/**
 * What the cluster itself has tagged, as a running model for suggestions. It follows the base, change by change, and
 * forgets what was changed, withdrawn or erased.
 */
export function createTeaching(db: Database) {
  const ofEvidence = (after: number) =>
    db.records.where('[kind+seq]').between([Evidence.kind, after], [Evidence.kind, Infinity], false, true);

  const beginning = async (): Promise<Known> => {
    const before = await ofEvidence(0).reverse().offset(mostAtFirst).first();
    return { seq: before?.seq ?? 0, model: nothingLearned, tags: {} };
  };

  /** Learns from the next changes; answers whether there were any. */
  const step = async (): Promise<boolean> => {
    const priorities = (await recordsOfKind(db, Priority.kind)).flatMap(textOf);
    return db.transaction('rw', db.records, db.taught, db.meta, async () => {
      const known = (await getMeta(db, 'learned')) ?? (await beginning());
      const found = await ofEvidence(known.seq).limit(batch).toArray();
      const last = found.at(-1)?.seq;
      if (last === undefined) return false;
      // A group has one number, and is never cut.
      const whole = await db.records.where('[kind+seq]').equals([Evidence.kind, last]).toArray();
      let next = { ...known, seq: last };
      for (const record of [...found.filter(({ seq }) => seq < last), ...whole]) {
        next = await follow(next, record, priorities);
      }
      await setMeta(db, 'learned', next);
      return true;
    });
  };

  const follow = async (known: Known, record: Record, priorities: readonly PriorityText[]): Promise<Known> => {
    const before = await db.taught.get(record.id);
    const after = taughtBy(record);
    if (before && after && JSON.stringify(before) === JSON.stringify(after)) return known;
    let { model, tags } = known;
    if (before) {
      model = forgotten(unlearn(model, before, priorities));
      tags = countTags(tags, before, -1);
    }
    if (after) {
      model = learn(model, after, priorities);
      tags = countTags(tags, after, 1);
      await db.taught.put(after);
    } else await db.taught.delete(record.id);
    return { ...known, model, tags };
  };

  return {
    /** Learns from every change that is not learnt yet, a few at a time. */
    async catchUp(signal: AbortSignal): Promise<void> {
      while (!signal.aborted && (await step())) await new Promise((resolve) => setTimeout(resolve, rest));
    },
    /** What is known by now; `undefined` where nothing was learnt yet. */
    learned: (): Promise<Known | undefined> => getMeta(db, 'learned'),
  };
}

/** A priority as the suggester reads it, as long as evidence is gathered for it. */
export function textOf(record: Record): PriorityText[] {
  const body = Priority.read(record);
  if (!body || body.state === 'closed' || body.state === 'dropped') return [];
  return [{ id: record.id, title: body.title, description: body.description }];
}

function taughtBy(record: Record): Taught | undefined {
  const body = Evidence.read(record);
  const text = body && !isWithdrawn(body) ? suggestText(body) : '';
  return body && text ? { id: record.id, text, priorities: body.priorities, tags: body.tags } : undefined;
}

/** A word that is in no example any more leaves no trace: it may have been erased. */
function forgotten(model: Learned): Learned {
  const gone = Object.keys(model.met).filter((mark) => (model.met[mark] ?? 0) <= 0);
  const met = { ...model.met };
  const differed = Object.fromEntries(Object.entries(model.differed).map(([id, sums]) => [id, { ...sums }]));
  for (const sums of Object.values(differed)) for (const mark of Object.keys(sums)) if (!(mark in met)) gone.push(mark);
  for (const mark of gone) {
    delete met[mark];
    for (const sums of Object.values(differed)) delete sums[mark];
  }
  return { ...model, met, differed };
}
