import type { Evidence } from '../../../../shared/evidence/evidence.ts';
import type { Made } from '../../../../shared/evidence/formats/made.ts';
import type { Account, Taken, Writer } from '../../../../shared/evidence/formats/taken.ts';

export const member = '01900000-0000-7000-8000-00000000000a';
export const priority = '01900000-0000-7000-8000-00000000000b';
export const noon = Date.UTC(2026, 10, 25, 12);

export const account: Account = {
  cluster: 'Kestrel Vale',
  id: '01900000-0000-7000-8000-0000000000ff',
  at: noon,
  total: 0,
  restricted: 2,
  sourceless: 0,
};

let count = 0;

/** A piece of evidence as it is taken out; a note of nothing but its words unless told. */
export function taken(more: Partial<Evidence> = {}, around: Partial<Taken> = {}): Taken {
  count++;
  return {
    id: `01900000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    evidence: { passages: [], note: 'Seen in Year 3', tags: [], priorities: [], by: member, at: noon, ...more },
    by: 'Ann Archer',
    schools: ['Amberwick Junior'],
    priorities: (more.priorities ?? []).map(() => 'Every child reads'),
    ...around,
  };
}

export const report = {
  url: 'https://files.ofsted.gov.uk/v1/file/50012345',
  title: 'Inspection report: Amberwick Junior {50%} & more',
  kind: 'ofsted-report',
  publisher: 'Ofsted',
  published: '2025-11-04',
  licence: 'Open Government Licence v3.0',
} as const;

export const article = {
  url: 'https://doi.org/10.1080/03004430.2024.1234567',
  title: 'Oral language in Key Stage 1: a trial',
  kind: 'research',
  author: 'Müller, Ana; O’Brien, Bo',
  site: 'Early Child Development & Care',
  published: '2024-03',
  doi: '10.1080/03004430.2024.1234567',
} as const;

/** One of everything that an entry can be, with words that every format gives a meaning of its own. */
export const everything: readonly Taken[] = [
  taken({
    what: 'quote',
    source: report,
    passages: [
      { exact: 'Pupils, "most" of them,\nread daily.', prefix: 'that ', suffix: ' but', start: 10, end: 45 },
      { exact: '=SUM(A1) — 100% & {more} \\ _under_', prefix: '', suffix: '', start: 0, end: 0 },
    ],
    note: '# So what?\n- [ask](x) *now*\n@article{x, y}',
    tags: ['phonics', 'early, years'],
    priorities: [priority],
    stance: 'challenges',
    edited: noon + 1000,
  }),
  taken({ what: 'page', source: article, note: '', tags: ['oracy'] }),
  taken({
    what: 'quote',
    source: { url: 'https://x.example/a b.pdf#page=7', title: '' },
    passages: [{ exact: 'Naïve cafés', prefix: '', suffix: '', start: 0, end: 0 }],
    note: '',
  }),
  taken({ what: 'link', link: { url: 'https://y.example/r', text: 'The report' }, source: report, note: '' }),
  taken({ what: 'seen', seen: { how: 'lesson', on: '2026-01-12' }, note: '+44 pupils talked', priorities: [priority] }),
  taken({ note: '', tags: ['only a tag'], source: { url: 'file:///C:/report.pdf', title: 'A file' } }),
  taken({ withdrawn: noon }),
  taken({
    table: { caption: 'Absence | all', columns: ['School', '2024'], rows: [['Amber|wick', '7.1%']] },
    image: { blob: 'a'.repeat(64), alt: 'A chart <of> absence' },
    source: report,
    note: '',
  }),
];

const said = (n: number, by: string) => ({
  ...{ id: `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`, member, by, at: noon },
});

/** What a group made of a piece: two weighed it and differ, three talked. */
export const made: Made = {
  weighings: [
    { ...said(1, 'Ann Archer'), relevant: true, strength: 'fair', stance: 'supports', soWhat: '=Try it in *Year 3*' },
    { ...said(2, 'Ben Baker'), relevant: true, strength: 'hint' },
    { ...said(3, 'Cat Carter'), relevant: false, reason: 'Not our pupils' },
  ],
  responses: [
    { ...said(4, 'Ben Baker'), how: 'challenge', text: 'Whose pupils?' },
    { ...said(5, 'Cat Carter'), how: 'question', text: 'When?' },
    { ...said(6, 'Ann Archer'), how: 'answer', text: 'Ours.', answers: said(4, '').id },
  ],
  gathered: ['Does echo reading help? (adopted)', 'Visit to Hill View'],
  decided: ['Every class reads aloud'],
};

/** The whole text that a writer makes of entries. */
export function written(writer: Writer, entries: readonly Taken[], about: Partial<Account> = {}): string {
  const parts = entries.map((one) => writer.add(one));
  const { before, after } = writer.end({ ...account, total: entries.length, ...about });
  return before + parts.join('') + [...after].join('');
}
