import type {
  PublicEvidence,
  PublicIndicator,
  PublicPriority,
  PublicReview,
} from '../../../shared/reviews/public-review.ts';
import absence from '../../fixtures/demo/evidence-absence.json' with { type: 'json' };
import reading from '../../fixtures/demo/evidence-reading.json' with { type: 'json' };
import talk from '../../fixtures/demo/evidence-talk.json' with { type: 'json' };
import indicators from '../../fixtures/demo/indicators.json' with { type: 'json' };
import partnership from '../../fixtures/demo/partnership.json' with { type: 'json' };
import priorities from '../../fixtures/demo/priorities.json' with { type: 'json' };
import { accounts, summary, together } from './published-words.ts';

// The demo cluster's review of 2025/26 as it would be published.

export const schools = [
  { urn: '199901', name: 'Thistledown Lane Primary School' },
  { urn: '199904', name: 'Amberwick Junior School' },
  { urn: '199903', name: 'Hollowmere Academy' },
];
const urnOf: { [key: string]: string } = { thistledown: '199901', amberwick: '199904', hollowmere: '199903' };

/** The periods of readings, the newest in the year of the review. */
function periodsOf(rhythm: string, many: number): string[] {
  const terms = ['autumn', 'spring', 'summer'];
  return Array.from({ length: many + 1 }, (_, i) => {
    if (rhythm === 'term') return `term:${2024 + Math.floor(i / 3)}:${terms[i % 3]}`;
    return rhythm === 'year' ? `ay:${2023 + i}` : `term:${2023 + i}:${rhythm}`;
  });
}

type Given = number | { value: number | string; status?: string };

const publishedValue = (given: Given): number | 'withheld' | 'not-produced' => {
  const value = typeof given === 'number' ? given : given.value;
  if (typeof value === 'number') return value;
  return value === 'suppressed' ? 'withheld' : 'not-produced';
};

function indicatorOf(one: (typeof indicators)[number]): PublicIndicator {
  const periods = periodsOf(one.rhythm, one.schools[0]?.readings.length ?? 0);
  const next = periods.at(-1) ?? '';
  return {
    name: one.name,
    unit: one.unit as PublicIndicator['unit'],
    direction: one.direction as PublicIndicator['direction'],
    about: one.about,
    ...('page' in one && { source: { url: `https://www.example.org/${one.page}`, title: 'Where it is published' } }),
    schools: one.schools.map((school) => ({
      urn: urnOf[school.school] ?? '',
      baseline: periods[0] ?? '',
      points: (school.readings as Given[]).map((given, i) => ({
        period: periods[i] ?? '',
        value: publishedValue(given),
      })),
      ...('target' in school && school.target && { own: { period: next, value: school.target.value } }),
      ...('stretch' in school &&
        school.stretch && {
          stretch: { period: next, value: school.stretch.value, contribution: school.stretch.contribution },
        }),
    })),
  };
}

interface Entry {
  quotes?: string[];
  note?: string;
  page?: string;
  seen?: string;
  stance?: string;
}

const titles: { [page: string]: string } = {
  'reading-fluency.html': 'Reading fluency in the middle of primary school: what we know',
  'attendance-news.html': 'What changed when somebody rang first',
  'absence-statistics.html': 'Pupil absence: local figures',
  'partnership-review.html': 'Saltmere Learning Partnership: our second year',
  'transition-guidance.html': 'From Year 6 to Year 7: guidance',
  'ofsted-report-card.html': 'Report card: Hollowmere Academy',
};

function evidenceOf(entries: Entry[], from: number): PublicEvidence[] {
  const parts = ['promised', 'happened', 'happened', 'not-worked', 'next'] as const;
  const quoted = entries.filter(({ quotes, page }) => quotes && page).slice(0, 3);
  const seen = entries.filter((one) => one.seen && one.note).slice(0, 2);
  return [quoted[0], quoted[1], seen[0], seen[1], quoted[2]]
    .filter((one) => one !== undefined)
    .map((one, i) => ({
      n: from + i,
      part: parts[i] ?? 'happened',
      ...(one.stance && { stance: one.stance as 'supports' }),
      ...(one.quotes ? { quote: one.quotes.join(' … ') } : { quote: one.note ?? '' }),
      ...(one.seen && { seen: { how: one.seen, on: '2026-03-12' } }),
      ...(one.page && {
        source: {
          url: `https://www.example.org/${one.page}`,
          title: titles[one.page] ?? 'A page',
          publisher: 'Example Institute',
          published: '2026-02',
          licence: 'Open Government Licence v3.0',
          page: '12',
        },
      }),
    }));
}

const logs = { reading, absence, talk } as unknown as { [key: string]: Entry[] };

const what: PublicPriority[] = ['reading', 'absence', 'talk'].map((key, thread) => {
  const one = priorities.find((priority) => priority.key === key);
  const account = accounts[key];
  if (!one || !account) throw new Error(key);
  return {
    key: `p${thread + 1}`,
    thread,
    title: one.title,
    description: one.reworded?.description ?? one.description,
    alone: one.reworded?.alone ?? one.alone,
    starts: '2025-09-01',
    review: '2027-07-01',
    agreed: Date.UTC(2025, 5, 20),
    parts: account,
    indicators: indicators.filter(({ priority }) => priority === key).map(indicatorOf),
    evidence: evidenceOf(logs[key] ?? [], thread * 5 + 1),
    unanswered: [0, 2, 1][thread] ?? 0,
    log: { supports: 14 - thread * 3, challenges: 3 + thread, context: 4 },
  };
});

/** The review of three schools. */
export const review: PublicReview = {
  v: 1,
  partnership: { name: 'Hollowmere Cluster', word: 'cluster', demo: true },
  schools,
  period: 'ay:2025',
  edition: 1,
  published: Date.UTC(2026, 9, 14, 9),
  asAt: Date.UTC(2026, 9, 2, 12),
  summary,
  why: partnership.purposes[1]?.text ?? '',
  how: { values: partnership.values.map(({ title, adopt, refuse }) => ({ title, adopt, refuse })), together },
  what,
  signed: [
    { urn: '199901', how: 'signed', name: 'Gwen Attersley', at: Date.UTC(2026, 9, 9) },
    { urn: '199904', how: 'signed', at: Date.UTC(2026, 9, 10) },
    {
      urn: '199903',
      how: 'reservation',
      text: 'We agree with what it says of reading and of talk. On absence it says less than it should about pupils who had already missed a fifth of the year: for them we have found nothing yet.',
      name: 'Joanne Fellgarth',
      at: Date.UTC(2026, 9, 12),
    },
  ],
};

/** Its second edition, with what was put right. */
export const second: PublicReview = {
  ...review,
  edition: 2,
  published: Date.UTC(2026, 10, 3, 9),
  changed: {
    note: 'Thistledown Lane’s figure for reading at the end of key stage 2 was corrected: one script was marked again.',
    where: ['Every pupil reads fluently by the end of Year 4: a figure of Thistledown Lane Primary School'],
  },
};
