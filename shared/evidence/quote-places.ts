import { type Grams, rolled, slotOf, type Work } from './quote-grams.ts';

/**
 * Where in a text a pattern may stand, best first: the indexes at which it would begin. Each gram that the two share
 * votes for one, and the rarer it is in the text, the more it counts.
 */
export function placesOf(text: Uint16Array, grams: Grams, most: number, work: Work): number[] {
  const { size, heads, keys, next, shift } = grams;
  const length = keys.length;
  const seen = new Int32Array((text.length >> 1) + 1);
  const counts = new Int32Array(heads.length);
  const mask = (1 << (5 * size)) - 1;
  let hits = 0;
  let key = 0;
  // Two letters at a time: every other gram is enough to find a place.
  for (let i = 1; i < text.length; i += 2) {
    key = ((key << 10) ^ ((text[i - 1] as number) << 5) ^ (text[i] as number)) & mask;
    const slot = slotOf(key, shift);
    if (heads[slot] === 0 || i < size - 1) continue;
    counts[slot] = (counts[slot] as number) + 1;
    seen[hits++] = i;
  }
  work.steps += text.length;

  const width = 32 - Math.clz32(Math.max(16, length >> 4));
  const votes = new Float32Array(((text.length + length) >> width) + 3);
  for (let hit = 0; hit < hits; hit++) {
    const i = seen[hit] as number;
    let gram = 0;
    for (let k = i - size + 1; k <= i; k++) gram = rolled(gram, text[k] as number, size);
    const slot = slotOf(gram, shift);
    const weight = 1 / Math.sqrt(counts[slot] as number);
    for (let at = heads[slot] as number; at !== 0; at = next[at - 1] as number) {
      work.steps++;
      if (keys[at - 1] !== gram) continue;
      const vote = (i - at + length) >> width;
      votes[vote] = (votes[vote] as number) + weight;
    }
  }

  // A place may lie across the border of two.
  const scores = new Float32Array(votes.length);
  for (let i = 0; i + 1 < votes.length; i++) scores[i] = (votes[i] as number) + (votes[i + 1] as number);
  const places: number[] = [];
  let least = 0;
  while (places.length < most) {
    let best = 0;
    for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
    work.steps += scores.length;
    const score = scores[best] ?? 0;
    if (score <= least) break;
    // What has a quarter of the best one's votes is not going to be better.
    least = Math.max(least, score / 4);
    places.push(((best + 1) << width) - length);
    scores.fill(0, Math.max(0, best - 1), best + 2);
  }
  return places;
}
