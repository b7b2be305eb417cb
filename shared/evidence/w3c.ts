import type { Evidence } from './evidence.ts';
import { type Account, accountLines, type Taken, type Writer } from './formats/taken.ts';
import { withoutPlace } from './page-key.ts';
import type { Passage } from './quote.ts';
import { tableText } from './table-words.ts';

/** The context that every annotation names (Web Annotation Data Model, 3.1). */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** RFC 8118 says what `#page=` means; this is how the model names it (4.2.1). */
const pdfFragments = 'http://tools.ietf.org/rfc/rfc3778';

type Placed = Passage & { page?: number | undefined };

const urn = (id: string) => `urn:uuid:${id}`;

/** An address as a URI; `undefined` where it is none. */
const uriOf = (url: string) => URL.parse(url)?.href;

const pageOf = (url: string) => Number(/#(?:.*&)?page=(\d+)/.exec(url)?.[1]) || undefined;

function quoteSelector({ exact, prefix, suffix }: Passage): object {
  return { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
}

/** Several selectors of one thing: a reader takes the first that it can follow (4.2). */
function selectorsOf(passage: Placed, page: number | undefined): object[] {
  const quote = quoteSelector(passage);
  const { start, end } = passage;
  const selectors = [quote];
  // Where both are 0 nobody knew where it stood, as in a browser's own viewer of PDFs.
  if (end > start) selectors.push({ type: 'TextPositionSelector', start, end });
  if (page) {
    selectors.push({
      type: 'FragmentSelector',
      value: `page=${page}`,
      conformsTo: pdfFragments,
      refinedBy: quote,
    });
  }
  return selectors;
}

/** What it is about: passages of a page, the page, or for what has none the priorities, or the collection itself. */
function targetsOf({ passages, source, priorities }: Evidence, collection: string): unknown[] {
  const uri = source && uriOf(source.url);
  if (!source || !uri) return priorities.length > 0 ? priorities.map(urn) : [collection];
  const place = pageOf(source.url);
  const whole = place ? withoutPlace(uri) : uri;
  const resource = source.title ? { id: whole, 'dcterms:title': source.title } : whole;
  if (passages.length === 0) return [resource];
  return passages.map((passage: Placed) => ({
    type: 'SpecificResource',
    source: resource,
    selector: selectorsOf(passage, passage.page ?? place),
  }));
}

const textual = (value: string, purpose: string) => ({ type: 'TextualBody', value, format: 'text/plain', purpose });

/** What was thought of it, each with the reason for which it is there (3.3.5). */
function bodiesOf({ evidence, priorities, made }: Taken): object[] {
  const { note, tags, stance, link, table, image } = evidence;
  const linked = link && uriOf(link.url);
  return [
    ...(note ? [textual(note, 'commenting')] : []),
    ...(table ? [textual(tableText(table), 'describing')] : []),
    ...(image?.alt ? [textual(image.alt, 'describing')] : []),
    ...tags.map((tag) => textual(tag, 'tagging')),
    ...priorities.map((title) => textual(title, 'classifying')),
    ...(made?.gathered ?? []).map((title) => textual(title, 'classifying')),
    ...(made?.decided ?? []).map((words) => textual(words, 'describing')),
    ...(stance ? [textual(stance, 'assessing')] : []),
    ...(linked ? [{ type: 'SpecificResource', source: linked, purpose: 'linking' }] : []),
  ];
}

function motivationOf({ note, link, tags, passages }: Evidence): string {
  if (note) return 'commenting';
  if (link) return 'linking';
  if (passages.length > 0) return 'highlighting';
  return tags.length > 0 ? 'tagging' : 'bookmarking';
}

/** One or several: the model lets a single value stand by itself. */
const single = <T>(values: readonly T[]): T | readonly T[] => (values.length === 1 ? (values[0] as T) : values);

/** One piece of evidence as a W3C Web Annotation, without the context that its page or file gives it. */
export function annotationOf(entry: Taken, collection: string): object {
  const { id, evidence, by } = entry;
  const bodies = bodiesOf(entry);
  return {
    id: urn(id),
    type: 'Annotation',
    motivation: motivationOf(evidence),
    created: new Date(evidence.at).toISOString(),
    ...(evidence.edited && { modified: new Date(evidence.edited).toISOString() }),
    creator: { id: urn(evidence.by), type: 'Person', name: by },
    ...(bodies.length > 0 && { body: single(bodies) }),
    target: single(targetsOf(evidence, collection)),
  };
}

/**
 * What a group made of a piece, each as an annotation of its own with its own author: a weighing assesses the piece's
 * annotation, a response replies to it or to another's.
 */
export function annotationsAbout({ id, made }: Taken): object[] {
  const said = (one: { id: string; member: string; by: string; at: number }, motivation: string, about: string) => ({
    id: urn(one.id),
    type: 'Annotation',
    motivation,
    created: new Date(one.at).toISOString(),
    creator: { id: urn(one.member), type: 'Person', name: one.by },
    target: urn(about),
  });
  return [
    ...(made?.weighings ?? []).map((one) => ({
      ...said(one, 'assessing', id),
      body: single([
        textual(one.relevant ? 'relevant' : 'set aside', 'assessing'),
        ...(one.strength ? [textual(one.strength, 'assessing')] : []),
        ...(one.stance ? [textual(one.stance, 'assessing')] : []),
        ...(one.reason ? [textual(one.reason, 'commenting')] : []),
        ...(one.soWhat ? [textual(one.soWhat, 'commenting')] : []),
      ]),
    })),
    ...(made?.responses ?? []).map((one) => ({
      ...said(one, one.how === 'question' ? 'questioning' : 'replying', one.answers ?? id),
      body: single([
        textual(one.text, one.how === 'question' ? 'questioning' : 'replying'),
        ...(one.how === 'support' || one.how === 'challenge' ? [textual(one.how, 'assessing')] : []),
      ]),
    })),
  ];
}

/**
 * Evidence as one W3C Annotation Collection with its one page inside (Web Annotation Data Model, W3C Recommendation of
 * 23 February 2017, 5.1 and 5.2). `id` is the collection's UUID, that of the account.
 */
export function w3cWriter(id: string): Writer {
  const collection = urn(id);
  let total = 0;
  return {
    add(entry) {
      const all = [annotationOf(entry, collection), ...annotationsAbout(entry)];
      const text = all.map((one, i) => `${total + i > 0 ? ',' : ''}\n${JSON.stringify(one)}`).join('');
      total += all.length;
      return text;
    },
    end: (account) => ({ before: headOf(account, collection, total), after: [total > 0 ? '\n]}}\n' : '}\n'] }),
  };
}

function headOf(account: Account, collection: string, total: number): string {
  const head = {
    '@context': annotationContext,
    id: collection,
    type: 'AnnotationCollection',
    label: `Evidence of ${account.cluster}`,
    'dcterms:description': accountLines(account).join(' '),
    created: new Date(account.at).toISOString(),
    total,
  };
  const text = JSON.stringify(head).slice(0, -1);
  // A page without items would not be one.
  if (total === 0) return text;
  const page = JSON.stringify({
    id: `${collection}#page`,
    type: 'AnnotationPage',
    startIndex: 0,
    partOf: { id: collection, total },
  });
  return `${text},"first":${page.slice(0, -1)},"items":[`;
}
