import type { Group } from '../../shared/action.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { describe } from '../../shared/evidence/quote.ts';
import { newId } from '../../shared/ids.ts';

const words = (
  'the of and to in a is that for on with as are from by at was which have this be their an were not than more pupils ' +
  'schools teachers reading progress attendance language vocabulary children leaders evidence year learning early group ' +
  'lessons parents families curriculum support outcomes writing mathematics phonics assessment feedback behaviour staff ' +
  'improvement development disadvantaged persistent absence attainment average national region cluster review research ' +
  'practice training coaching knowledge skills needs special educational gap targeted tuition small term autumn spring ' +
  'summer percentage points compared with previous cohort significant increase decrease study trial found effect months ' +
  'additional oral comprehension fluency strategies explicit instruction teaching primary secondary nursery transition ' +
  'governors inspection report quality consistently well when because however also many some most fewer than half school'
).split(' ');
const topics = ['attendance', 'oracy', 'reading', 'SEND', 'early years', 'family voice', 'transition', 'vocabulary'];
const sites = [
  'reports.ofsted.gov.uk',
  'educationendowmentfoundation.org.uk',
  'explore-education-statistics.service.gov.uk',
];

/** Random numbers that are the same in every run, from 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes what people clip: quotes of 100 to 600 characters with where they stood, and often a note, tags, a priority. */
export function createSamples(seed: number, priorities: readonly string[] = []) {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const one = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const prose = (length: number): string => {
    let text = '';
    while (text.length < length) {
      const sentence = Array.from({ length: 6 + upTo(18) }, () => one(words)).join(' ');
      text += `${sentence[0]?.toUpperCase()}${sentence.slice(1)}. `;
    }
    return text.slice(0, length).trim();
  };
  const evidence = () => {
    const page = prose(3000);
    const start = upTo(2000);
    return {
      id: newId(),
      passages: [describe(page, start, start + 100 + upTo(500))],
      source: {
        url: `https://${one(sites)}/${one(topics).replace(' ', '-')}/${upTo(99_999)}`,
        title: prose(20 + upTo(60)),
      },
      note: random() < 0.5 ? prose(20 + upTo(180)) : '',
      tags: Array.from({ length: upTo(3) }, () => one(topics)).filter((tag, i, all) => all.indexOf(tag) === i),
      priorities: random() < 0.7 && priorities.length > 0 ? [one(priorities)] : [],
    };
  };
  return {
    evidence,
    /** So many groups of one action each that saves evidence. */
    groups: (count: number): Group[] =>
      Array.from({ length: count }, () => [{ id: newId(), name: saveEvidence.name, body: evidence(), at: Date.now() }]),
  };
}
