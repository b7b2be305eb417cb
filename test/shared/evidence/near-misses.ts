/**
 * Passages as a leader reads and clips them, full of what looks like data about pupils and is none. Each was written by
 * hand; {slots} are filled anew for each of many variants. What should be found in none of them is counted.
 */
export const passages: string[] = [
  // Names of schools and of records
  '{school} (URN {urn}, DfE number {laestab}, UKPRN {ukprn}) is a {type} in {place}. It has {n100} pupils on roll aged 3 to 11 and a capacity of {n100}.',
  'Establishment details\nID\nURN: {urn}, DfE number: {laestab}, UKPRN: {ukprn}\nLocal authority {place} ({la})\nPhase of education Primary\nOpen date {date}\nNumber of pupils {n100}',
  'LAESTAB {laestab} closed on {date}; its successor has LAESTAB {laestab} and URN {urn}. Search for either number in Get Information about Schools.',
  'The multi-academy trust (UID {n1000}, company number 0{n7}) runs {n10} schools in {place} and {place}, among them {school} ({urn}) and {school} ({urn}).',
  'Use the unique reference number {urn} for the return. Early years settings use EY{urn}. Quote reference {n10digits} if you write to us about it.',
  'Charity number 11{n5}. Registered company 0{n7}. VAT registration GB {n9}.',
  // Periods and dates
  'Pupil absence in schools in England, autumn and spring terms {ay}. Published {date}. Last updated {date}. Next update {month} 2026.',
  'In {ay}, the overall absence rate was {pc}, down from {pc} in {ay}. For the years 2016 to 2019, before the pandemic, it had been between {pc} and {pc}.',
  'The census day was {date}. Returns were open from {date} to {date}, and schools could resubmit until {numericdate}.',
  'Inspection dates: 7 and 8 November 2023. Published: {date}. The school was last inspected under section 8 on {numericdate}.',
  'Schools Week, {numericdate}. Updated {numericdate}. {name} reports from {place}.',
  'By {name}, {date}\n\nHead teachers in {place} say that attendance has begun to recover, though Fridays remain hard.',
  'Accessed {numericdate}. Version 2.1, reviewed {numericdate}, next review {numericdate}. Approved by the governing board of {school} on {date}.',
  'Academic year Autumn term Spring term Summer term\n2022/23 7.5% 7.2% 7.4%\n2023/24 6.9% 7.2% 7.3%\n2024/25 6.4% 6.9% {pc}',
  'Children born on or after 1 September 2019 and before 1 September 2020 start Reception in September 2024. Children born between 1 April and 31 August may start a year later.',
  'Date of birth is collected from every school, and used to check that children are of statutory school age. The date of birth must be in the form DD/MM/YYYY.',
  '{surname} was born in 19{n2} and taught in {place} for {n10} years before becoming an inspector.',
  'Charles Darwin, born 12 February 1809, and Mary Seacole, born 23 November 1805, are studied in Year 6 in the spring term.',
  // Books, articles, identifiers
  '{surname}, J. and {surname}, M. (20{n2}) “Reading fluency in upper primary”, Literacy, 54(2), pp. 123-145. https://doi.org/10.1111/lit.{n5}',
  '{surname}, R. (2019). The vocabulary gap. Abingdon: Routledge. ISBN 978-1-138-08068-3. ISBN-10: {isbn10}.',
  'ISBN {isbn13}\nISSN 0305-764X (print) 1469-3577 (online)\nhttps://doi.org/10.1080/0305764X.2019.{n7}',
  'doi: 10.1016/j.learninstruc.20{n2}.10{n4} · PII S0959475218301{n3} · PMID {n8}',
  '{surname} et al. (2021), EJ1234567 and ED612345, ERIC. See also 10.1177/0143034306064{n3} and 10.1002/rev3.3{n3}.',
  'Explore education statistics, data set 3d2f1a6c-1b2c-4d5e-8f90-a12345678901, permalink 0{n7}-aaaa-bbbb-cccc-{n10digits}ab.',
  'ORCID 0000-0002-1825-0097. Trial registration ISRCTN{n8}. Grant ES/W001{n3}/1.',
  'The report (HC 1{n3}, CP {n3}, ISBN {isbn13}) was laid before Parliament on {date}.',
  // Money and quantities
  'Total expenditure was £{money} in {ay}, or £{n1000} for each pupil. Teaching staff cost £{money}; supply £{money}; energy £{money}.',
  'The pupil premium is worth £1,515 for each primary pupil in 2025 to 2026 and £1,075 for each secondary pupil. {school} received £{money}.',
  'Grants of up to £{money} are open until {date}. The fund of £1.5 billion runs over 4 years; bids below £{n1000} need no quotation.',
  'Progress: 0.5 (0.1 to 0.9). Reading 2.1 (0.4 to 3.8), writing -0.3 (-1.5 to 0.9), maths 1.2 (-0.5 to 2.9).',
  'Of {n1000} pupils, {pc} met the expected standard. Nationally the figure was {pc}, a gap of {n10} percentage points.',
  'Table 4: sample sizes\nIntervention 1234 1198\nControl 1241 1203\nAttrition 2.9% 3.1%\nTotal 2475 2401',
  '01 {n4} {n4} 02 {n4} {n4} 03 {n4} {n4}: cell counts by year of entry in the unrounded file.',
  'Row totals 10 20 30 40 50 60 70 80; columns 0.01 0.02 0.05 0.10. p = 0.0{n3}, d = 0.{n2}, n = {n1000}.',
  // Small numbers that are no pupils of a school
  'Year 3 pupils and Year 4 pupils were taught together. Key Stage 2 pupils did better than Key Stage 1 children with SEN.',
  'Small group tuition is best with groups of 3 to 5 pupils. In groups of 2 pupils the cost rises; 1 pupil to 1 tutor is the dearest.',
  'One in 5 pupils is persistently absent, and 1 in 3 children with SEN. Two out of three pupils eligible for free school meals do not reach the standard.',
  'Every child should be known. One pupil told inspectors that teachers listen. Two pupils read aloud to us, and three children showed us their books.',
  'At least two pupils from each class join the council; up to five children may be on a team, with 4 to 6 pupils in each.',
  'The Level 3 students, aged 16 to 18, and Tier 2 pupils get further help. Phase 2 pupils with EHC plans were not part of the trial.',
  'A child aged 5 on 31 August counts. Pupils aged 4 do not. 3 year olds and 2-year-old children are in the early years.',
  'Maths: Ben has 3 apples and 5 pears. How many pieces of fruit do the two children have altogether?',
  'Figure 3 pupils’ responses; Table 5 children’s reading ages; Annex 2 pupils in scope of the measure with SEN support.',
  'Teachers said that four or five pupils in a class of 30 usually need more time, and that one or two children finish first.',
  'Fewer than 6 pupils: the figure is suppressed. Figures for 5 or fewer are shown as c.',
  '{n100} pupils were suspended in {ay}, and {n100} children have EHC plans. {n1000} students entered at least one A level.',
  // Contacts of offices
  'Contact: attendance.statistics@education.gov.uk. Please use the form for anything else.',
  'For help, e-mail enquiries@ofsted.gov.uk or telephone 0300 123 1231.',
  'Department for Education helpline: 0370 000 2288, Monday to Friday. Follow @educationgovuk.',
  'Write to info@eefoundation.org.uk. Read more at https://educationendowmentfoundation.org.uk/education-evidence?utm_source=mail&id={n10digits}.',
  'Share this page: https://explore-education-statistics.service.gov.uk/data-tables/fast-track/{n10digits}-{n5}?t={n10digits}',
  'Retweeted by @{surname} and @schoolsweek at 9:41, {numericdate}.',
  // Labels that name nobody
  'Pupil: Teacher Ratio 21.3\nPupil: Adult Ratio 11.8\nPupil numbers {n100}',
  'Pupil: a person of any age for whom education is being provided at a school. Child: a person under 18.',
  'Teacher: What do you notice?\nPupil: It rhymes with cat.\nTeacher: Say more.\nPupil: They both end in at.\nPupil: Yes Miss.',
  'Student: Staff Ratio by type of institution. Student: School Partnership agreements are in annex B.',
  'The form asks for the pupil’s name, date of birth and unique pupil number (UPN). A UPN has 13 characters: a letter and 12 digits.',
  'Unique learner numbers (ULNs) have ten digits. Schools must not use the ULN on anything that the public sees.',
  // Postcodes, grid references, places
  'The school is at 14 Elm Grove, {place}, SW1A 2AA (grid reference TQ 29935 79{n3}; easting 5{n5}, northing 1{n5}).',
  'Wards E0500{n4} and E0501{n4}, local authority E0{n7}, lower layer area E0101{n4}, constituency E1400{n4}.',
  'What3words, postcode district M{n2} and LSOA code E01{n6}; region E12000007; country E92000001.',
  // Plain reading
  'Persistent absence is when a pupil misses 10% or more of their possible sessions. Severe absence is 50% or more. A session is half a day; a year has about 380.',
  'Systematic phonics is taught daily from the start of Reception. Leaders have chosen books that match the sounds that pupils know, so that they can read them without help.',
  'The governing body meets 6 times a year. Minutes of {date} and {date} record challenge on behaviour, and a vote of 9 to 2.',
  'Oracy: the articulation of ideas, development of understanding and engagement with others through spoken language. Impact +6 months, cost 1, evidence 3.',
  'Pupils eligible for free school meals fell further behind between 2019 and 2023. The disadvantage gap index was 3.{n2}, against 2.{n2} before.',
  'From 10 November 2025 inspection reports have no overall grade. Areas are graded from exceptional to urgent improvement; safeguarding is met or not met.',
  'Section 19 of the Education Act 1996; section 175 of the Education Act 2002; S.I. 2024/208; [2023] EWCA Civ 1{n3}; Hansard, HC Deb 12 March 2024 vol 747 col {n3}.',
  'Room 101, period 3, 10:35 to 11:25. Bus 42 leaves at 15:10. Term ends on {date}; INSET days are {date} and {date}.',
  '12345678901 and 98765432109876 are keys of the archive; 0123456789 and 9876543210 stand for any digits.',
];

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const months = 'January February March April May June July August September October November December'.split(' ');
const surnames = ['Smith', 'Okafor', 'Rose', 'Castle', 'Patel', 'O’Neill', 'Higgins', 'Slavin', 'Quigley', 'Didau'];
const firstNames = ['Jane', 'Samuel', 'Amara', 'Priya', 'Tom', 'Daniel', 'Becky', 'Mary'];
const schools = ['Elm Grove Academy', 'St Mary’s C of E Primary School', 'Birch Lane Infants', 'Oak View School'];
const places = ['Eldshire', 'Norbrough', 'Kirklees', 'Barnsley', 'Tower Hamlets', 'East Riding of Yorkshire'];

function fillerOf(name: string, random: () => number): string {
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const upTo = (most: number, least = 1) => least + Math.floor(random() * (most - least + 1));
  const fillers: { [slot: string]: () => string } = {
    urn: () => `1${digits(5)}`,
    laestab: () => `${upTo(938, 201)}/${pick([2, 3, 4, 5, 7], random)}${digits(3)}`,
    la: () => String(upTo(938, 201)),
    ukprn: () => `100${digits(5)}`,
    school: () => pick(schools, random),
    place: () => pick(places, random),
    type: () => pick(['community school', 'academy converter', 'foundation special school'], random),
    surname: () => pick(surnames, random),
    name: () => `${pick(firstNames, random)} ${pick(surnames, random)}`,
    date: () => `${upTo(28)} ${pick(months, random)} ${upTo(2026, 2015)}`,
    month: () => pick(months, random),
    numericdate: () => `${String(upTo(28)).padStart(2, '0')}/${String(upTo(12)).padStart(2, '0')}/${upTo(2026, 2015)}`,
    ay: () => pick(['2022/23', '2023/24', '2024 to 2025', '2021-22', '202324'], random),
    pc: () => `${upTo(99)}.${digits(1)}%`,
    money: () => upTo(9_999_999, 1_000).toLocaleString('en-GB'),
    isbn13: () => `978${digits(10)}`,
    isbn10: () => isbn10(digits(9)),
    n10: () => String(upTo(12, 6)),
    n100: () => String(upTo(999, 6)),
    n1000: () => upTo(9_999, 1_000).toLocaleString('en-GB'),
    n10digits: () => `${upTo(9)}${digits(9)}`,
  };
  const filler = fillers[name];
  if (filler) return filler();
  return digits(Number(/^n(\d+)$/.exec(name)?.[1] ?? Number.NaN));
}

function isbn10(nine: string): string {
  const sum = [...nine].reduce((all, one, i) => all + Number(one) * (10 - i), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${nine}${check === 10 ? 'X' : check}`;
}

/** So many variants of every passage. */
export function variants(each: number, seed = 5): string[] {
  const random = seeded(seed);
  return passages.flatMap((passage) =>
    Array.from({ length: each }, () => passage.replace(/\{(\w+)\}/g, (_, name: string) => fillerOf(name, random))),
  );
}
