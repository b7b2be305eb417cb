/** Ways in which figures name the pupils that they are of, in the order in which they are told. */
const groups: [RegExp, string][] = [
  [/\b(?:key stage|ks) ?1\b/i, 'Key stage 1'],
  [/\b(?:key stage|ks) ?2\b/i, 'Key stage 2'],
  [/\b(?:key stage|ks) ?3\b/i, 'Key stage 3'],
  [/\b(?:key stage|ks) ?4\b|\bGCSEs?\b/i, 'Key stage 4'],
  [/\b16 to 18\b|\bkey stage 5\b|\bks ?5\b|\bA levels?\b/i, '16 to 18'],
  [/\bearly years foundation stage\b|\bEYFS\b|\bgood level of development\b/i, 'Early years'],
  [/\breception\b/i, 'Reception'],
  ...Array.from({ length: 13 }, (_, i): [RegExp, string] => [
    new RegExp(`\\byear ${i + 1}\\b(?! ?[-–/])`, 'i'),
    `Year ${i + 1}`,
  ]),
  [/\b(?:non-|not (?:known to be )?|other than )disadvantaged\b|\bothers\b|\bother pupils\b/i, 'Other pupils'],
  [/(?<!non-|not |not known to be |other than )\bdisadvantaged\b|\bpupil premium\b/i, 'Disadvantaged pupils'],
  [/\bnot (?:known to be )?eligible for free school meals\b|\bnon-FSM\b/i, 'Not eligible for free school meals'],
  [/(?<!not |not known to be )\beligible for free school meals\b|(?<!non-)\bFSM\b/i, 'Eligible for free school meals'],
  [/\bEHC plans?\b|\beducation, health and care plans?\b|\bEHCPs?\b/i, 'EHC plan'],
  [/\bSEN support\b/i, 'SEN support'],
  [/\bno (?:identified )?SEN\b/i, 'No identified SEN'],
  [/(?<!no |no identified )\bSEND?\b(?! support)|(?<!no )\bspecial educational needs\b/i, 'SEN'],
  [/\bEAL\b|\benglish as an additional language\b|\bother than english\b/i, 'English as an additional language'],
  [/\blooked[- ]after\b/i, 'Looked-after children'],
  [/\bboys\b|\bmale\b/i, 'Boys'],
  [/\bgirls\b|\bfemale\b/i, 'Girls'],
  [/\ball pupils\b/i, 'All pupils'],
];

/**
 * The pupils that some texts speak of, in few words each. A text that compares groups (boys and girls, disadvantaged
 * and other) says no one of them.
 */
export function cohortIn(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const line = text.slice(0, 400);
    const here = new Set(groups.flatMap(([shape, label]) => (shape.test(line) ? [label] : [])));
    for (const pair of opposites)
      if (pair.every((label) => here.has(label))) for (const label of pair) here.delete(label);
    for (const label of here) if (!contradicts(label, found)) found.add(label);
  }
  const order = groups.map(([, label]) => label);
  return [...found].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

const opposites = [
  ['Boys', 'Girls'],
  ['Disadvantaged pupils', 'Other pupils'],
  ['Eligible for free school meals', 'Not eligible for free school meals'],
  ['SEN', 'No identified SEN'],
  ['Disadvantaged pupils', 'All pupils'],
];

/** What a nearer text has said, a farther one does not turn round. */
const contradicts = (label: string, found: ReadonlySet<string>) =>
  opposites.some((pair) => pair.includes(label) && pair.some((other) => other !== label && found.has(other)));
