import { clearText } from './clear-text.ts';
import { isUln } from './pupil-numbers.ts';
import { smallNumbersIn } from './small-numbers.ts';
import { findUpns } from './upns.ts';

export { withoutUpns } from './upns.ts';

export type PupilDataKind = 'upn' | 'uln' | 'birth' | 'email' | 'phone' | 'small-number' | 'name';

/** A stretch of a text that looks like data about a pupil. */
export interface PupilData {
  kind: PupilDataKind;
  /** Where it begins and ends in the text that was given. */
  start: number;
  end: number;
  /** A check character or a label says so; else it only has the shape. */
  certain: boolean;
}

/** What is never saved, whatever a person says: one pupil's number. The rest is shown, marked and asked about. */
export const isNeverSaved = ({ kind }: Pick<PupilData, 'kind'>): boolean => kind === 'upn';

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const monthName = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const numericDate = String.raw`(?:${day}[/.-](?:0?[1-9]|1[0-2])[/.-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-\d\d-\d\d)`;
const date = String.raw`(?:${numericDate}|${day}(?:st|nd|rd|th)? ${monthName},? (?:19|20)\d\d|${monthName} ${day}(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\d)`;
const name = String.raw`\p{Lu}[\p{L}'-]{1,25}(?: \p{Lu}[\p{L}'-]{1,25}){1,3}`;

/** Addresses, web and DOI: the numbers in them name documents. A UPN is looked for in them too. */
const addresses = /\b(?:https?:\/\/|www\.)\S{1,2000}|\b10\.\d{4,9}\/\S{1,300}/gi;

/** Local parts of addresses that are an office's, not a person's. */
const office =
  /(?:^|[._+-])(?:info|information|enquir(?:y|ies)\w*|contact(?:us)?|office\w*|admin\w*|press|help\w*|support\w*|team\w*|statistics?|feedback|complaints?|mail(?:box)?|hello|no-?reply|data|service\w*|consultations?|news\w*|editor\w*|subscriptions?|foi|dpo|privacy|permissions?|jobs|recruitment|registration|bookings?|events?|training|webmaster|postmaster|copyright|psi|research|attendance|census|accounts?|reception)(?:$|[._+-])/i;

interface Found extends PupilData {
  text: string;
}

/** Finds with one pattern; the find is the group `it` of a match, or the whole. */
function* findAll(text: string, shape: RegExp, kind: PupilDataKind): Generator<Found> {
  for (const match of text.matchAll(shape)) {
    const found = match.groups?.it ?? match[0];
    const start = match.index + match[0].lastIndexOf(found);
    yield { kind, start, end: start + found.length, certain: false, text: found };
  }
}

const otherNumber =
  /\b(?:ISBN|ISSN|DOI|PMID|ORCID|EAN|tel|telephone|phone|fax|mobile|charity|company|registered|reference|ref|order|account|UKPRN|URN)\b\.?[^.\n]{0,24}$/i;

function* ulnsIn(text: string): Generator<Found> {
  const label = /\b(?:ULN|unique learner (?:number|reference)|learner number)s?\b[^.\n]{0,24}$/i;
  for (const one of findAll(text, /(?<![\p{L}\d£$€.,/-])[1-9]\d{9}(?![\p{L}\d%]|[.,/-]\d)/gu, 'uln')) {
    const before = text.slice(Math.max(0, one.start - 60), one.start);
    const labelled = label.test(before);
    const checked = isUln(one.text);
    if (labelled) yield { ...one, certain: checked };
    // A round number is none.
    else if (checked && !/0{8}$/.test(one.text) && !otherNumber.test(before)) yield one;
  }
}

const labelledBirth = new RegExp(
  String.raw`\b(?:d\.?o\.?b\.?|dates? of birth|birth ?date)(?:[\s:;,=|(-]|is\b|was\b){0,12}(?<it>${date})`,
  'giu',
);
const birthLabel = /\b(?:d\.?o\.?b|dates? of birth)\b/i;
const bornBeside = new RegExp(String.raw`${name},? \(?born(?: on)? (?:the )?(?<it>${date})`, 'gu');
const born = new RegExp(String.raw`(?<=(?:^|[(,;\n]|\b(?:was|is))\s{0,3})born(?: on)? (?:the )?(?<it>${date})`, 'gu');
const nameThenDate = new RegExp(
  String.raw`(?<![\p{L}'-])${name}[ \t]{0,4}[,;:|\t(-]?[ \t]{0,4}(?<it>${numericDate})(?!\d)`,
  'gu',
);
const noPerson =
  /\b(?:School|Academy|College|University|Department|Council|Trust|Report|Week|Education|Ofsted|Policy|Guidance|Version|Published|Updated|Reviewed|Accessed|Retrieved|Term|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Meeting|Review|Date|Journal|News|Times|Office|Government|Act|Centre|Board|Primary|Secondary)\b/;

function* birthsIn(text: string): Generator<Found> {
  for (const one of findAll(text, labelledBirth, 'birth')) yield { ...one, certain: true };
  for (const one of findAll(text, bornBeside, 'birth')) if (isRecent(one.text)) yield one;
  for (const one of findAll(text, born, 'birth'))
    if (isChilds(one.text) && !noPerson.test(text.slice(Math.max(0, one.start - 60), one.start))) yield one;
  // A by-line has a name and a date too; a list of people has many.
  const rows = [...text.matchAll(nameThenDate)].filter(
    ([whole, ...groups]) => !noPerson.test(whole) && isRecent(groups.at(-1) ?? ''),
  );
  const dates = new Set(rows.map((row) => row.groups?.it));
  const several = dates.size >= 2 || (dates.size === 1 && birthLabel.test(text));
  for (const row of rows)
    if (several || isChildsDay(row, text)) {
      const found = row.groups?.it ?? '';
      const start = row.index + row[0].lastIndexOf(found);
      yield { kind: 'birth', start, end: start + found.length, certain: false, text: found };
    }
}

/** Whoever was born before is no pupil. */
const isRecent = (text: string) => Number(/(?:19|20)\d\d/.exec(text)?.[0] ?? 2000) >= 1995;

/** Days on which those were born who are at school in these years. */
const isChilds = (text: string) => /20(?:0[5-9]|1\d|2[0-4])/.test(text);

const byline =
  /\b(?:by|author|edited|posted|published|updated|accessed|retrieved|visited|signed|dated)\b[^.\n]{0,20}$/i;

/** A name with one such day set off by a comma or a bracket, where it is no by-line: 'Ella Marsh (12/04/2015)'. */
function isChildsDay(row: RegExpExecArray, text: string): boolean {
  const found = row.groups?.it ?? '';
  return (
    isChilds(found) &&
    /^\S+ \S+ ?[,(]/.test(row[0]) &&
    !byline.test(text.slice(Math.max(0, row.index - 40), row.index)) &&
    !/\b(?:Sir|Dame|Dr|Mr|Mrs|Ms|Miss|Prof|Professor)\b\.? ?$/.test(text.slice(Math.max(0, row.index - 12), row.index))
  );
}

const email = /(?<![\w.+%-])[A-Z0-9][A-Z0-9._%+'-]{0,63}@(?:[A-Z0-9-]{1,63}\.){1,6}[A-Z]{2,24}(?![\w@])/gi;
/** UK numbers in the groupings in which they are written; not 03 and 08, which are offices' (Ofcom, numbering plan). */
const phone =
  /(?<![\p{L}\d£$€.,/+-])(?:(?:\+44|0044)[ -]?(?:\(0\)[ -]?)?|\(?0)(?:7\d{3}\)?[ -]?\d{3}[ -]?\d{3}|7\d\d[ -]\d{3}[ -]\d{4}|20\d\)?[ -]\d{3}[ -]\d{4}|[12]\d{9}|2\d\)?[ -]\d{4}[ -]?\d{4}|1\d\d\)?[ -]\d{3}[ -]?\d{4}|1\d{3}\)?[ -]\d{3}[ -]?\d{2,3})(?![\p{L}\d%]|[.,/-]\d)/gu;

const namedPupil =
  /(?<![\p{L}'-])(?:(?:[Pp]upil|[Cc]hild|[Ss]tudent|[Ll]earner)(?:'s)? (?:[Ff]ull |[Ff]irst |[Ll]ast |[Pp]referred )?[Nn]ame|[Nn]ame of (?:the )?(?:pupil|child|student|learner)) ?: ?(?<it>\p{Lu}[\p{L}'-]{1,25}(?: \p{Lu}[\p{L}'-]{1,25}){0,3})/gu;
const labelledPupil = new RegExp(
  String.raw`(?<![\p{L}'-])(?:[Pp]upil|PUPIL|[Cc]hild|CHILD|[Ss]tudent|STUDENT|[Ll]earner) ?: ?(?<it>${name})`,
  'gu',
);
/** What stands after such a label and is nobody: headings, what a pupil says in a transcript. */
const nobody =
  /^(?:Yes|No|Oh|OK|Okay|Well|So|But|And|Because|Please|Thank|Thanks|Miss|Sir|Mr|Mrs|Ms|It|It's|I'm|My|We|You|He|She|They|The|A|An|This|That|What|Why|When|Where|Who|How|If|Is|Are|Can|Do|Not|Teacher|Teaching|Adult|Staff|Parent|School|Ratio|Premium|Support|Needs|Well-being|Wellbeing|Welfare|Safeguarding|Protection|Voice|Progress|Outcomes?|Number|Key|Year|All|Any|Every|Some|First|Last|Name|Date|Class|Primary|Secondary|Special|Early|Department|English|Maths|Good)\b|\b(?:Ratio|School|Premium|Support|Needs|Plan|Policy|Stage|Assessment|Development|Education|Learning)\b/;

/**
 * Finds data about pupils in a text, for a person to look at before it is saved: pupil numbers, learner numbers, dates
 * of birth, persons' e-mail addresses and telephones, small numbers of pupils, and names that a label says are a
 * pupil's. Ordered and without overlaps. The time is in proportion to the text's length.
 */
export function findPupilData(given: string): PupilData[] {
  const { text, placeOf } = clearText(given);
  const masked = [...text.matchAll(addresses)].map((one) => ({ start: one.index, end: one.index + one[0].length }));
  const outside = new Uint8Array(text.length);
  for (const { start, end } of masked) outside.fill(1, start, end);

  const found: PupilData[] = findUpns(text).map((one) => ({ kind: 'upn', ...one }));
  const others: Iterable<Found | PupilData>[] = [
    ulnsIn(text),
    birthsIn(text),
    phonesIn(text),
    namesIn(text),
    smallNumbersIn(text),
  ];
  for (const list of others) for (const one of list) if (outside[one.start] === 0) found.push(one);
  found.push(...emailsIn(text));

  found.sort((a, b) => rank(a) - rank(b) || a.start - b.start);
  const taken = new Uint8Array(text.length);
  const kept = found.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end, certain }) => ({ kind, start: placeOf(start), end: placeOf(end - 1) + 1, certain }));
}

/** What is worse is kept where two overlap. */
const order: PupilDataKind[] = ['upn', 'uln', 'birth', 'email', 'phone', 'name', 'small-number'];
const rank = ({ kind, certain }: PupilData) => order.indexOf(kind) * 2 + (certain ? 0 : 1);

/** `https://user:pass@host` is no e-mail address. */
const inAuthority = /:\/\/[^\s/?#]{0,200}$/;

function* emailsIn(text: string): Generator<Found> {
  for (const one of findAll(text, email, 'email')) {
    const local = one.text.slice(0, one.text.indexOf('@'));
    if (office.test(local) || inAuthority.test(text.slice(Math.max(0, one.start - 204), one.start))) continue;
    yield { ...one, certain: true };
  }
}

function* phonesIn(text: string): Generator<Found> {
  for (const one of findAll(text, phone, 'phone')) {
    const digits = one.text.replace(/\D/g, '').replace(/^(?:0044|44)0?/, '0');
    const labelled = /\b(?:tel|telephone|phone|mobile|mob|call|ring|text)\b[^.\n]{0,12}$/i;
    const ofOffice =
      /\b(?:office|switchboard|reception|helpline|textphone|minicom|fax|bookings?|press)\b[^.\n]{0,12}$/i;
    if (!digits.startsWith('07') && ofOffice.test(text.slice(Math.max(0, one.start - 30), one.start))) continue;
    const said = labelled.test(text.slice(Math.max(0, one.start - 30), one.start));
    yield { ...one, certain: said || digits.startsWith('07') };
  }
}

function* namesIn(text: string): Generator<Found> {
  for (const one of findAll(text, namedPupil, 'name')) if (!nobody.test(one.text)) yield { ...one, certain: true };
  for (const one of findAll(text, labelledPupil, 'name')) if (!nobody.test(one.text)) yield one;
}
