import * as z from 'zod/mini';
import type { OnPage, Source } from './evidence.ts';
import {
  accesses,
  gradeScales,
  type IdentifierName,
  identifierNames,
  type PageSource,
  sourceKinds,
} from './page-source.ts';
import type { Passage } from './quote-passage.ts';
import { longestOf, oneLine } from './source.ts';

/** What our script tells of a page: what it is, and where each of its grades stands, if its words do. */
export interface ToldPage {
  source: PageSource;
  /** The words of each grade in the page's order, as long as `source.grades`; none where they do not stand there. */
  quotes: (Passage & OnPage)[][];
  /** Of a file in our reader: what tells it from others, and what its report says is to be improved. */
  file?: { fingerprint: string; improve: (Passage & OnPage)[] } | undefined;
}

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const partial = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));
const most = { grades: 30, authors: 30, passages: 4, improve: 20 };

const ToldSource = z.strictObject({
  url: text(longestOf.url),
  key: text(longestOf.url + 10),
  kind: z.enum(sourceKinds),
  title: z.optional(text(longestOf.title)),
  publisher: z.optional(text(longestOf.site)),
  authors: z.optional(z.array(text(longestOf.site)).check(z.maxLength(most.authors))),
  published: z.optional(partial),
  updated: z.optional(partial),
  period: z.optional(text(40)),
  doi: z.optional(z.string().check(z.maxLength(200), z.regex(/^10\.\d{4,9}[^\s]*\/\S+$/))),
  identifiers: z.optional(z.partialRecord(z.enum(identifierNames), text(80))),
  school: z.optional(text(200)),
  urn: z.optional(z.string().check(z.regex(/^[A-Z]{0,2}\d{5,7}$/))),
  laestab: z.optional(z.string().check(z.regex(/^\d{3}\/\d{4}$/))),
  ukprn: z.optional(z.string().check(z.regex(/^1\d{7}$/))),
  grades: z.optional(
    z
      .array(z.strictObject({ area: text(80), grade: text(40), scale: z.enum(gradeScales) }))
      .check(z.maxLength(most.grades)),
  ),
  withdrawn: z.optional(z.literal(true)),
  superseded: z.optional(z.literal(true)),
  access: z.enum(accesses),
  reason: z.optional(text(500)),
  licence: z.optional(text(100)),
  attribution: z.optional(text(1000)),
});

const passageOf = (longest: number) => ({
  exact: text(longest),
  prefix: z.string().check(z.maxLength(200)),
  suffix: z.string().check(z.maxLength(200)),
  start: z.number().check(z.int(), z.nonnegative()),
  end: z.number().check(z.int(), z.nonnegative()),
  page: z.optional(z.number().check(z.int(), z.positive())),
  label: z.optional(z.string().check(z.maxLength(20))),
});
const ToldPassage = z.strictObject(passageOf(400));

const Told = z.strictObject({
  source: ToldSource,
  quotes: z.array(z.array(ToldPassage).check(z.maxLength(most.passages))).check(z.maxLength(most.grades)),
  file: z.optional(
    z.strictObject({
      fingerprint: text(200),
      improve: z.array(z.strictObject(passageOf(2_000))).check(z.maxLength(most.improve)),
    }),
  ),
});

/** Takes what a page told only in the shape that our script gives it, every text of it bounded; else `undefined`. */
export function toldPage(value: unknown): ToldPage | undefined {
  const parsed = Told.safeParse(value);
  if (!parsed.success) return undefined;
  const { source, quotes, file } = parsed.data;
  if (quotes.length !== (source.grades?.length ?? 0)) return undefined;
  return { source: withoutGaps(source), quotes, ...(file && { file }) };
}

/** What is `undefined` is left out, as it is where nothing was told. */
function withoutGaps({ identifiers, ...rest }: z.infer<typeof ToldSource>): PageSource {
  const known = Object.entries(identifiers ?? {}).filter(([, one]) => one !== undefined);
  const named = Object.fromEntries(known) as { [name in IdentifierName]?: string };
  const all = { ...rest, ...(known.length > 0 && { identifiers: named }) };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined)) as unknown as PageSource;
}

/** What a clip keeps of what its page says of itself, besides its address and title. */
export function keptOf(page: PageSource): Omit<Source, 'url' | 'title' | 'site'> {
  const { authors, published, updated, kind, key, publisher, urn, access, licence } = page;
  // What cites an article names its DOI too, and is not the article.
  const doi = page.doi && (kind !== 'research' || key === `doi:${page.doi}`) ? page.doi : undefined;
  const author = oneLine(authors?.join(authors.some((one) => one.includes(',')) ? '; ' : ', '), longestOf.author);
  return {
    ...(author && { author }),
    ...(published && { published }),
    ...(updated && { updated }),
    ...(kind !== 'other' && { kind }),
    ...(publisher && { publisher }),
    ...(doi && { doi }),
    ...(urn && { urn }),
    ...(access === 'restricted' && { access }),
    ...(licence && { licence }),
  };
}
