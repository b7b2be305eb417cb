import { redact } from '../../shared/cluster/redact.ts';
import {
  type Evidence,
  editEvidence,
  reinstateEvidence,
  type Stance,
  saveEvidence,
  withdrawEvidence,
} from '../../shared/evidence/evidence.ts';
import { stanceWords } from './stance-words.ts';

/** An action as its history or the outbox gives it. */
export interface Done {
  id: string;
  name: string;
  by: string;
  at: number;
  /** Its words; `null` where they were erased. */
  body: object | null;
}

/** One thing that somebody did to an entry. */
export interface Step {
  id: string;
  by: string;
  at: number;
  /** What was done, each as the rest of a sentence that begins with who did it. */
  did: string[];
  /** The note before and after; before is `undefined` where it is not known. */
  note?: { before: string | undefined; after: string };
}

type Words = Pick<Evidence, 'note' | 'tags' | 'priorities' | 'stance'>;

/** What each action did to an entry, in words; oldest first, as the actions are. `titleOf` names a priority. */
export function historyInWords(actions: readonly Done[], titleOf: (priority: string) => string): Step[] {
  let present: Partial<Words> = {};
  return actions.map(({ id, name, by, at, body }) => {
    const words = (body ?? {}) as Partial<Words>;
    const step: Step = { id, by, at, did: [] };
    if (name === saveEvidence.name) {
      step.did.push(body ? 'saved it' : 'saved it; the words were erased');
      present = { stance: null, ...words };
    } else if (name === editEvidence.name) {
      step.did.push(...(body ? changed(present, words, titleOf) : ['changed it; the words were erased']));
      if (words.note !== undefined && words.note !== present.note) {
        step.note = { before: present.note, after: words.note };
      }
      if (step.did.length === 0 && !step.note) step.did.push('changed nothing');
      present = { ...present, ...words };
    } else step.did.push(plain[name] ?? 'changed it in a way that this version has no words for');
    return step;
  });
}

const plain: { [action: string]: string | undefined } = {
  [withdrawEvidence.name]: 'withdrew it',
  [reinstateEvidence.name]: 'reinstated it',
  [redact.name]: 'erased it on request',
};

function changed(before: Partial<Words>, after: Partial<Words>, titleOf: (priority: string) => string): string[] {
  const did: string[] = [];
  if (after.priorities) did.push(...moved(before.priorities, after.priorities, titleOf));
  if (after.tags) {
    const { came, went } = differences(before.tags, after.tags);
    const signed = [...came.map((tag) => `+ ${tag}`), ...went.map((tag) => `− ${tag}`)];
    if (signed.length > 0) did.push(`changed its tags: ${signed.join(', ')}`);
  }
  if (after.stance !== undefined && after.stance !== before.stance) {
    did.push(`changed its stance: ${before.stance ? `${wordsOf(before.stance)} → ` : ''}${wordsOf(after.stance)}`);
  }
  return did;
}

const wordsOf = (stance: Stance | null) => (stance ? stanceWords[stance] : 'none');

/** A move is what came in place of what went. */
function moved(before: string[] | undefined, after: string[], titleOf: (priority: string) => string): string[] {
  const { came, went } = differences(before, after);
  const list = (ids: string[]) => ids.map((id) => `‘${titleOf(id)}’`).join(' and ');
  if (!before && came.length > 0) return [`put it under ${list(came)}`];
  if (came.length > 0 && went.length > 0) return [`moved it from ${list(went)} to ${list(came)}`];
  if (came.length > 0) return [`added it to ${list(came)}`];
  return went.length > 0 ? [`took it out of ${list(went)}`] : [];
}

const differences = (before: readonly string[] = [], after: readonly string[]) => ({
  came: after.filter((one) => !before.includes(one)),
  went: before.filter((one) => !after.includes(one)),
});
