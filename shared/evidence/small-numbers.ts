/** A small number of pupils in a text: from it somebody who knows the school may know the pupil. */
interface SmallNumber {
  kind: 'small-number';
  start: number;
  end: number;
  certain: boolean;
}

/** DfE does not show numbers below this. */
export const fewest = 6;

/** Whether a figure is a small number of pupils: a whole number below 6 and no share, where pupils are counted. */
export function isSmallFigure(
  value: number | null,
  unit: string | null,
  headers: readonly string[],
  text = '',
): boolean {
  // A share tells it too, where it says of how many: '3% (2)'.
  if (/% ?\((?:n ?= ?)?[1-5]\)$/i.test(text)) return true;
  const share = unit !== null && unit !== 'pupils';
  if (value === null || share || !Number.isInteger(value) || value < 1 || value >= fewest) return false;
  if (unit === 'pupils') return true;
  const said = headers.join(' · ').slice(0, 2_000);
  const counted = /\b(?:numbers?|total|count|headcount|cohort|eligible)\b/i.test(said);
  const people = /\b(?:pupils?|children|students?|learners?|boys|girls|absentees|exclusions?|suspensions?)\b/i.test(
    said,
  );
  return counted && people && !/%|\bpercent(?:age)?\b|\bper cent\b|\brates?\b|\baverage\b|\bscore\b/i.test(said);
}

const people = '(?:pupils?(?! premium)|child(?:ren)?|students?|learners?|boys?|girls?)';
const some = '(?:[a-z-]{2,20} ){0,2}';
const inFigures = new RegExp(String.raw`(?<![\p{L}\d£$€.,/%:-])[1-5] ${some}${people}\b(?!-)`, 'gu');
const inWords = new RegExp(
  String.raw`(?<![\p{L}'-])(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) ${some}${people}\b(?!-)`,
  'gu',
);

/** What stands before figures that count no pupils: 'Year 3 pupils', 'groups of 3 pupils', '1 in 5 pupils', '2 to 3'. */
const figuresElse =
  /(?:\b(?:years?|stages?|ks|grades?|levels?|phases?|tiers?|sets?|class(?:es)?|bands?|groups?|figures?|tables?|annex|appendix|chapters?|units?|sections?|parts?|steps?|weeks?|terms?|lessons?|questions?|versions?|no|number|aged?|under|over|of|in|from|than|to|or|and|about|around|every|each|per|least|most|between)|[&+/]) ?$/i;
/** What may stand before a number in words where it counts; elsewhere it is a way of telling a story. */
const wordsCount =
  /(?:^|[.!?;:,(]\s|\n|\b(?:[Oo]nly|just|the|these|those|were|was|are|is|with|had|have|has|other|further|excluded|suspended|lost|including|included|currently|now)) ?$/;
const ratio = /\b(?:groups?|pairs?|teams?|sets?|ratio|up to|at least) (?:of |with )?$/i;
/** What makes a number of pupils tell of somebody. */
const telling =
  /\b(?:exclu(?:ded|sions?)|suspen(?:ded|sions?)|EHC|EHCPs?|SEN|SEND|FSM|free school meals|pupil premium|disadvantaged|looked[- ]after|child protection|child in need|social worker|persistently absent|severely absent|off[- ]roll(?:ed)?|on roll|in (?:our|the|this) (?:cohort|class|year group|school)|in Year (?:1[0-3]|[1-9])|did not (?:reach|meet|achieve|pass)|(?:reached|met|achieved|below|missed) the expected|left the school|refugees?|asylum|travellers?|in care|bereaved|self-harm|referred to)\b/i;

const readers: [RegExp, (before: string) => boolean][] = [
  [inFigures, (before) => !figuresElse.test(before)],
  [inWords, (before) => wordsCount.test(before)],
];

/**
 * Small numbers of pupils in a sentence that tells of them: '3 pupils were suspended', 'only two children have EHC
 * plans'. A number of pupils alone is what most writing on teaching is full of, and is none.
 */
export function* smallNumbersIn(text: string): Generator<SmallNumber> {
  for (const [shape, counts] of readers) {
    for (const match of text.matchAll(shape)) {
      const start = match.index;
      const end = start + match[0].length;
      const before = text.slice(Math.max(0, start - 40), start);
      if (!counts(before) || ratio.test(before)) continue;
      const after = text.slice(end, end + 120).split(/[.!?](?:\s|$)|\n/, 1)[0] ?? '';
      const sentence = `${before.split(/[.!?]\s|\n/).at(-1)}${match[0]}${after}`;
      if (telling.test(sentence)) yield { kind: 'small-number', start, end, certain: false };
    }
  }
}
