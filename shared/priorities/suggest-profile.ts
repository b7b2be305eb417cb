import { concepts, isNarrow, isTopic, type Mention, mentionsIn, worth } from './field-terms.ts';
import { isCommon } from './suggest-common.ts';
import type { Tuning } from './suggest-tuning.ts';
import { readWords } from './suggest-words.ts';

/** What the suggester reads of a priority; what else it has is left alone. */
export interface PriorityText {
  id: string;
  title: string;
  description?: string | null | undefined;
}

/** What a priority is about: how much each subject counts for it, and words of its own that the field's list lacks. */
export interface Profile {
  concepts: Map<string, number>;
  stems: Map<string, number>;
}

/** What a term that mostly names a subject is worth in a title; where it has no more, the description decides. */
const named = 0.6;

/** Words that turn what follows into the pupils or the place that something is for. */
const forWhom = new Set(['for', 'of', 'among', 'amongst', 'with', 'by', 'in', 'from']);

/** What a term in a title is worth: a title has few words, and means most of them. */
const inTitle = (value: number): number => (value >= worth.called ? 1 : value >= worth.likely ? named : 0.1);

/** What a subject is only called counts where nothing is named outright: 'SEND pupils thriving' is not about wellbeing. */
function withoutCalled(mentions: Mention[]): Mention[] {
  const outright = mentions.some(({ of }) =>
    [...of].some(([name, value]) => !concepts[name]?.phase && value === worth.sure),
  );
  if (!outright) return mentions;
  return mentions.map((mention) => ({
    ...mention,
    of: new Map([...mention.of].filter(([, value]) => value !== worth.called)),
  }));
}

/** The parts of a title that stand beside each other: 'SEND, behaviour and exclusions' has three. */
const partsOf = (title: string): string[] => title.split(/[,;:/&+–—]|\s-\s|\b(?:and|then|so that)\b/i);

/**
 * What a title is about. Pupils and ages are for whom, and hardly count, where their part of it names a subject too
 * ('reading for disadvantaged pupils'), or where a 'for' or an 'of' ties them to one before.
 */
function readTitle(title: string, t: Tuning): Profile {
  const found = new Map<string, number>();
  const stems = new Map<string, number>();
  let topicBefore = false;
  const all = readWords(title);
  const whole = withoutCalled(mentionsIn(all, 'titles'));
  const topics = whole.some(({ of }) => [...of].some(([name, value]) => isNarrow(name) && inTitle(value) >= named));
  // A part is read by itself, unless a term of the whole title, such as 'attendance and punctuality', spans it.
  for (const part of partsOf(title)) {
    const words = readWords(part);
    const mentions = withoutCalled(mentionsIn(words, 'titles'));
    const topicHere = mentions.some(({ of }) =>
      [...of].some(([name, value]) => isNarrow(name) && inTitle(value) >= named),
    );
    const covered = new Set<number>();
    for (const { from, to, of } of mentions) {
      for (let i = from; i < to; i++) covered.add(i);
      const before = words.slice(Math.max(0, from - 3), from);
      const tied = topicBefore && before.some(({ start, end }) => forWhom.has(part.slice(start, end).toLowerCase()));
      for (const [name, value] of of) {
        const aside = concepts[name]?.phase ? topics : concepts[name]?.group && (topicHere || tied);
        found.set(name, Math.max(inTitle(value) * (aside ? t.forWhom : 1), found.get(name) ?? 0));
      }
    }
    topicBefore ||= topicHere;
    words.forEach(({ stem }, i) => {
      if (!covered.has(i) && !isCommon(stem)) stems.set(stem, topics ? t.ownWord : t.onlyWord);
    });
  }
  for (const { of } of whole) {
    for (const [name, value] of of) if (!found.has(name)) found.set(name, inTitle(value));
  }
  if ([...found.values()].some((weight) => weight > 0.4)) for (const stem of stems.keys()) stems.set(stem, t.ownWord);
  return { concepts: found, stems };
}

/** What a priority is about, from its title first and its description after it. */
export function profileOf(priority: PriorityText, t: Tuning): Profile {
  const profile = readTitle(String(priority.title ?? ''), t);
  const titled = [...profile.concepts].filter(
    ([name, weight]) => weight > named && (isTopic(name) || concepts[name]?.group),
  );
  const words = readWords(String(priority.description ?? ''));
  const mentions = mentionsIn(words);
  const covered = new Set<number>();
  const described = new Map<string, number>();
  for (const { from, to, of } of mentions) {
    for (let i = from; i < to; i++) covered.add(i);
    for (const [name, value] of of) described.set(name, (described.get(name) ?? 0) + value);
  }
  for (const [name, value] of described) {
    const strength = Math.min(1, value / worth.sure);
    const borders = titled.some(([other]) => concepts[other]?.near.includes(name));
    const share = titled.length === 0 ? t.onlyDescribed : isTopic(name) && borders ? t.describedNear : t.described;
    profile.concepts.set(name, Math.max(strength * share, profile.concepts.get(name) ?? 0));
  }
  if (titled.length === 0) {
    words.forEach(({ stem }, i) => {
      if (!covered.has(i) && !isCommon(stem) && !profile.stems.has(stem)) profile.stems.set(stem, t.ownWord);
    });
  }
  return profile;
}

/** How much a subject of a text counts for a priority: what it names, and a part of what borders on that. From 0 to 1. */
export function bearing(profile: Profile, name: string, t: Tuning): number {
  let best = profile.concepts.get(name) ?? 0;
  for (const [other, weight] of profile.concepts) {
    const akin = concepts[other]?.akin?.includes(name) || concepts[name]?.akin?.includes(other);
    if (akin) best = Math.max(best, weight * t.akin);
    const near = concepts[other]?.near.includes(name) || concepts[name]?.near.includes(other);
    if (near) best = Math.max(best, weight * (concepts[name]?.phase ? t.nearPhase : t.near));
  }
  return best;
}
