/**
 * What tells a page about schools, children and teaching by the words of its address or title, where many departments
 * share one site. Kept as lists that a teacher could correct: each entry is words in lower case.
 */

/** Nobody says these but of schools and early years in England. */
const certain = words(
  'schools?|pupils?|schoolchildren|head ?teachers?|teachers?|teaching|classrooms?|curriculum|ofsted|ofqual|dfe|phonics',
  'early years|eyfs|key stages?|ks[1-5]|gcses?|a levels?|t levels?|sixth forms?|multiplication tables|reading framework|writing framework',
  'academies|academy trusts?|academy conversions?|multi academy|reception baseline|subject reports?|research review series|persistent absence',
  'special educational needs|send (?:code|and|review|reforms?|system|support|provision|inspections?|areas?|improvement)|(?:with|disabilities|for) send|sencos?|family hubs|governance handbook|holiday activities and food|alternative provision|pupil premium|recovery premium|tutoring|education health and care',
  'keeping children safe|safeguard(?:ing)?(?: and promoting)? (?:the )?(?:welfare of )?children|permanent exclusions?|permanent and fixed period exclusions|home education',
  'rshe|relationships(?: and sex)? education|sex and relationships? education|physical education|religious education|music education|education inspection',
  'development matters|birth to 5|initial teacher training|early career framework|npqs?|every child achieving|children missing education',
  'schooling|education (?:recovery|investment|staff|settings?|estates?|workforce|committee|secretary|white paper)|preventing and tackling bullying|searching screening and confiscation',
);

/** These say it too, unless something else in the same words says otherwise. A child alone may be a traveller. */
const likely = words(
  'education|educational|childcare|learners|nurser(?:y|ies)|literacy|numeracy|oracy',
  '(?:safeguarding|protecting|looked after|missing|vulnerable|disadvantaged|supporting|helping|working with|every) (?:child|children|young people)',
  'child(?:ren)?s? (?:social care|protection|looked after|in need|in care|act|abuse|exploitation|services|commissioner|wellbeing|and young people|missing|with disabilities|is being abused)',
);

/** Schools and teachers of other things. */
const others = words(
  '(?:driving|riding|flight|flying|medical|business|law|language|sailing|drama|dance|ski|diving|military|defence|army|army foundation|naval|police|veterinary|dental|graduate|summer|film|fire) schools?',
  'schools? of (?:languages|medicine|nursing|engineering|infantry|artillery|hygiene|economics|law|business|art|music)',
  '(?:driving|yoga|dance|music) (?:instructors?|teachers?)|health education england|(?:driver|medical|patient|public|consumer|dental|nursing) education|teaching hospitals?|teaching council of \\w+|pupil barristers?|early years of (?:your|a|the) (?:business|company|marriage)',
);

/** Other departments' subjects, in which a school is a case among others. */
const foreign = words(
  'visas?|immigration|sponsors?|sponsorship|passports?|citizenship|nationality|asylum|embassy|consular|abduction|customs|vat|tax(?:es)?',
  '(?:driving|riding) (?:tests?|licen[cs]es?|lessons?)|(?:learn(?:ing)? to|teach(?:ing)?) driv(?:e|ing)|prisons?|prisoners?|offenders?|armed forces|army|navy|military|defence|veterans?|vehicles?|motorcycle|farm\\w*|hmrc',
);

/** And those in which a child is. */
const elsewhere = words(
  'travel|overseas|abroad|tax free|duty free|benefits?|universal credit|child maintenance|trust funds?|pensions?|national insurance|student loans?',
  'vaccin\\w+|immunis\\w+|nhs|health|medicines?|hospitals?|car seats?|driv(?:er|ers|ing)|mot|bus(?:es)?|roads?|probation|courts?|tribunals?|police|animals?|energy|export|housing|low income|poverty|custody|justice|measurement|obesity|toys',
);

function words(...lists: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${lists.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** How far words tell that they are about schools, children or teaching. */
export type Told = 'certain' | 'likely' | 'no';

/** What an address's slug or a title tells. Of both, the one that tells more. */
export function educationIn(...texts: (string | undefined)[]): Told {
  const line = texts
    .join(' · ')
    .slice(0, 2000)
    .toLowerCase()
    .replace(/[’']s\b/g, 's')
    .replace(/[^\p{L}\p{N}·]+/gu, ' ')
    .replace(others, ' ');
  if (has(foreign, line)) return 'no';
  if (has(certain, line)) return 'certain';
  return has(likely, line) && !has(elsewhere, line) ? 'likely' : 'no';
}

function has(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
