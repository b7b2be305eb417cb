/** Why there is no number where one would stand. None of these is zero. */
export type Missing =
  | 'suppressed'
  | 'small'
  | 'low'
  | 'low-coverage'
  | 'unreliable'
  | 'no-entries'
  | 'not-applicable'
  | 'not-available'
  | 'not-published'
  | 'no-data'
  | 'empty';

/** What each means, for people. */
export const missingWords: { [reason in Missing]: string } = {
  suppressed: 'Suppressed: too few pupils to show',
  small: 'Given only as a small number',
  low: 'Rounds to nothing, but is not nothing',
  'low-coverage': 'Too few pupils are included',
  unreliable: 'Too unreliable to show',
  'no-entries': 'No entries, or no pupils',
  'not-applicable': 'Does not apply',
  'not-available': 'Not available',
  'not-published': 'Not published',
  'no-data': 'No data',
  empty: 'Nothing is given',
};

/**
 * Codes of the performance tables (SUPP, NE, NA, NP, LOW, LOWCOV), of Explore education statistics (z, x, c, low, k; its
 * 'Data symbols'), of older DfE releases (u, :, ~, ., ..) and of the Government Statistical Service ([c], [x], [z]).
 */
const codes: { [code: string]: Missing } = {
  '': 'empty',
  supp: 'suppressed',
  c: 'suppressed',
  '*': 'suppressed',
  '**': 'suppressed',
  suppressed: 'suppressed',
  redacted: 'suppressed',
  low: 'low',
  k: 'low',
  '~': 'low',
  lowcov: 'low-coverage',
  'low coverage': 'low-coverage',
  u: 'unreliable',
  ne: 'no-entries',
  'no entries': 'no-entries',
  'no pupils': 'no-entries',
  'no eligible pupils': 'no-entries',
  z: 'not-applicable',
  na: 'not-applicable',
  '.': 'not-applicable',
  'not applicable': 'not-applicable',
  'does not apply': 'not-applicable',
  x: 'not-available',
  ':': 'not-available',
  '..': 'not-available',
  '...': 'not-available',
  'n/a': 'not-available',
  'n.a.': 'not-available',
  'not available': 'not-available',
  'not yet available': 'not-available',
  'data not available': 'not-available',
  'data unavailable': 'not-available',
  unavailable: 'not-available',
  unknown: 'not-available',
  'not known': 'not-available',
  np: 'not-published',
  'not published': 'not-published',
  'not yet published': 'not-published',
  'no data': 'no-data',
  'no data available': 'no-data',
  'no information': 'no-data',
  '-': 'no-data',
  '--': 'no-data',
  none: 'no-data',
  nil: 'no-data',
};

/** '<5', 'fewer than 6', '5 or fewer': a small number that is not told. */
const small =
  /^(?:(?:<|≤|<=|fewer than|less than|under|up to) ?\d{1,2}|\d{1,2} or (?:fewer|less))(?: pupils| children)?$/;

/** Why a text in small letters stands in place of a number, if it does. */
export function missingOf(said: string): Missing | undefined {
  const bare = /^[[(](.{1,30})[\])]$/.exec(said)?.[1] ?? said;
  const code = Object.hasOwn(codes, bare) ? codes[bare] : undefined;
  return code ?? (small.test(bare) ? 'small' : undefined);
}
