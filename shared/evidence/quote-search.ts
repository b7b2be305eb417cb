/** As much of a long text as the engine's own search is sure to look for in a time in proportion to the text. */
const probeLength = 200;
const mostProbes = 200;

/**
 * Where a text holds another from `from` on; −1 if nowhere. Unlike the engine's own search, it takes a time in
 * proportion to both, also for long runs of one character and for long texts that repeat themselves.
 */
export function search(text: string, wanted: string, from = 0): number {
  if (wanted.length <= probeLength) return text.indexOf(wanted, from);
  const probe = wanted.slice(0, probeLength);
  let at = text.indexOf(probe, from);
  for (let probes = 0; at >= 0; at = text.indexOf(probe, at + 1)) {
    if (text.startsWith(wanted, at)) return at;
    if (++probes > mostProbes) return searchSteadily(text, wanted, at + 1);
  }
  return -1;
}

/** Knuth, Morris and Pratt's way: slower as a rule, and never slow. */
function searchSteadily(text: string, wanted: string, from: number): number {
  const back = new Int32Array(wanted.length);
  for (let i = 1, k = 0; i < wanted.length; i++) {
    while (k > 0 && wanted.charCodeAt(i) !== wanted.charCodeAt(k)) k = back[k - 1] as number;
    if (wanted.charCodeAt(i) === wanted.charCodeAt(k)) k++;
    back[i] = k;
  }
  for (let i = from, k = 0; i < text.length; i++) {
    while (k > 0 && text.charCodeAt(i) !== wanted.charCodeAt(k)) k = back[k - 1] as number;
    if (text.charCodeAt(i) === wanted.charCodeAt(k)) k++;
    if (k === wanted.length) return i - k + 1;
  }
  return -1;
}

/** Where a text holds another, at most so many, in order. */
export function repeatsOf(text: string, wanted: string, most: number): number[] {
  const found: number[] = [];
  for (let at = search(text, wanted); at >= 0 && found.length < most; at = search(text, wanted, at + 1)) found.push(at);
  return found;
}
