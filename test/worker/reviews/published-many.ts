import type { PublicQuestion, PublicReview, PublicStanding } from '../../../shared/reviews/public-review.ts';
import { accountParts } from '../../../shared/reviews/review-kind.ts';
import { review, schools } from './published.ts';

const first = ['Ashby', 'Birch', 'Cold', 'Dun', 'Elm', 'Fen', 'Gorse', 'Hazel', 'Iron', 'Juniper'];
const last = ['wick Primary School', 'ley Junior School', 'ford Academy', 'mere Infant and Nursery School'];

/** As many made-up schools, the demo's own first. */
const schoolsOf = (many: number) => [
  ...schools,
  ...Array.from({ length: Math.max(0, many - schools.length) }, (_, i) => ({
    urn: String(199_910 + i),
    name: `${first[i % 10]}${last[Math.floor(i / 10) % 4]}`,
  })),
];

/** The demo's review, had as many schools taken part. */
export function reviewOf(many: number): PublicReview {
  const all = schoolsOf(many);
  return {
    ...review,
    schools: all,
    what: review.what.map((priority) => ({
      ...priority,
      indicators: priority.indicators.map((indicator) => ({
        ...indicator,
        schools: all.map(({ urn }, i) => {
          const like = indicator.schools[i % indicator.schools.length];
          if (!like) throw new Error(indicator.name);
          const moved = (value: number) => Math.max(0, Math.round((value + ((i * 7) % 13) - 6) * 10) / 10);
          return {
            ...like,
            urn,
            points: like.points.map((point) => ({
              ...point,
              value: typeof point.value === 'number' && i >= 3 ? moved(point.value) : point.value,
            })),
          };
        }),
      })),
    })),
    signed: all.map(
      ({ urn }, i) => review.signed[i] ?? { urn, how: i % 11 === 5 ? 'absent' : 'signed', at: review.asAt },
    ),
  };
}

const words = 'Every child should be heard, and what is said should be answered before the term is out. ';
const long = (letters: number) => words.repeat(Math.ceil(letters / words.length)).slice(0, letters);

/** Forty schools and three priorities, every text as long as it may be. */
export function reviewAtLimits(): PublicReview {
  const of = reviewOf(40);
  return {
    ...of,
    schools: of.schools.map(({ urn }, i) => ({ urn, name: `${i} ${long(157)}`.slice(0, 160) })),
    summary: long(1500),
    why: long(2000),
    how: {
      together: long(1500),
      values: Array.from({ length: 8 }, () => ({
        title: long(120),
        adopt: Array.from({ length: 8 }, () => long(300)),
        refuse: Array.from({ length: 8 }, () => long(300)),
      })),
    },
    what: of.what.map((priority) => ({
      ...priority,
      title: `${priority.thread} ${long(298)}`,
      description: long(4000),
      alone: long(4000),
      parts: accountParts.map((part) => ({ part, text: long(1500) })),
      indicators: Array.from({ length: 12 }, (_, i) => {
        const like = priority.indicators[i % priority.indicators.length];
        if (!like) throw new Error(priority.title);
        return {
          ...like,
          name: `${i} ${long(157)}`,
          about: long(300),
          source: { url: `https://example.org/${'x'.repeat(1900)}`, title: long(300) },
        };
      }),
      evidence: Array.from({ length: 12 }, (_, i) => ({
        n: i + 1,
        part: accountParts[i % 4] ?? 'next',
        stance: 'challenges' as const,
        quote: long(1200),
        shortened: true,
        figure: long(600),
        source: {
          url: `https://example.org/${'x'.repeat(1900)}`,
          title: long(500),
          publisher: long(200),
          author: long(300),
          published: '2026-01-01',
          licence: long(200),
          page: '12',
        },
      })),
    })),
    signed: of.schools.map(({ urn }) => ({
      urn,
      how: 'reservation' as const,
      text: long(1500),
      name: long(160),
      at: of.asAt,
    })),
    changed: { note: long(1500), where: Array.from({ length: 60 }, () => long(300)) },
  };
}

/** What is said of the partnership besides its reviews. */
export const standingOf = (of: PublicReview): PublicStanding => ({
  v: 1,
  name: of.partnership.name,
  word: of.partnership.word,
  demo: true,
  schools: of.schools.map((school, i) => ({
    ...school,
    phone: `01632 960${String(100 + i)}`,
    ...(i % 3 === 0 && { email: `safeguarding@school-${i}.example` }),
    ...(i % 3 === 1 && { url: `https://school-${i}.example/safeguarding` }),
  })),
  priorities: of.what.map(({ key, thread, title }) => ({ key, thread, title })),
  open: true,
  questions: { asked: 12, answered: 8, declined: 2, passed: 1, waiting: 1, days: 6 },
});

const question = (more: Partial<PublicQuestion>): PublicQuestion => ({
  v: 1,
  who: 'family',
  how: 'question',
  asked: 'Why do the calls begin only in Year 3? My youngest is in Reception and nobody rang.',
  askedOn: '2026-10-16',
  answer:
    'You are right, and we have no good reason. We began where our three schools share pupils.\n\nFrom November the calls begin in Reception.',
  answeredOn: '2026-10-21',
  ...more,
});

/** Answers, the newest first. */
export const questions: { id: string; question: PublicQuestion }[] = [
  question({
    about: { key: 'p2' },
    changed: 'The calls home begin in Reception from November.',
  }),
  question({
    about: { key: 'p1' },
    who: 'governor',
    asked: 'Thistledown’s figure fell in the spring. What stops that from happening again?',
    answer: 'Two more adults in each school are trained before Christmas. One absence no longer ends a session.',
    answeredOn: '2026-10-20',
    editedOn: '2026-10-22',
  }),
  question({
    who: 'partnership',
    how: 'support',
    from: { name: 'Saltmere Learning Partnership', url: 'https://goldthread.example/saltmere' },
    asked: 'We have a way of hearing quiet pupils that costs one lunch a term. Would you like to see it?',
    answer: 'Yes, and thank you. Two governors of ours are coming to you in January.',
    changed: 'A governor of another school eats lunch with eight quiet pupils each term.',
    answeredOn: '2026-10-19',
  }),
].map((one, i) => ({ id: `q${3 - i}`, question: one }));
