import { browser } from 'wxt/browser';
import type { OnPage, Source } from '../../shared/evidence/evidence.ts';
import { withoutPlace } from '../../shared/evidence/page-key.ts';
import type { Passage } from '../../shared/evidence/quote.ts';
import { longestOf, oneLine, partialDate } from '../../shared/evidence/source.ts';
import { accessOf } from '../../shared/evidence/source-access.ts';
import { keptOf } from '../../shared/evidence/told-page.ts';
import type { Captured } from '../page/capture/capture.ts';
import { imageAlt, imageBytes, linkWords } from '../page/capture/pointed.ts';
import { setMeta } from '../replica/database.ts';
import type { NewDraft } from '../replica/drafts.ts';
import { isFull } from '../replica/full.ts';
import type { Replica } from '../replica/replica.ts';
import { noteFull } from './full.ts';
import { isPdfAddress } from './pdf-address.ts';
import { bytesOf, fetchPicture, fitPicture } from './picture.ts';
import { hasAccess, openTabInReader } from './reader.ts';
import { askReader, type ReaderCaptured } from './reader-answers.ts';
import { recogniseTab } from './recognise.ts';
import { enterTab } from './sites.ts';

/** The tab that the person pointed at, and the words that the browser itself says are selected, where it does. */
export interface Asked {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
  selectionText?: string | undefined;
  frameId?: number | undefined;
  /** The address of that frame, where it is one within a page. */
  frameUrl?: string | undefined;
  /** By the button, a key or a menu, which open a page to us: what stays closed then is closed to everyone. */
  pressed?: boolean | undefined;
  /** What of the page is meant, where it is not the selected words. */
  what?: 'page' | 'link' | 'image' | undefined;
  linkUrl?: string | undefined;
  linkText?: string | undefined;
  srcUrl?: string | undefined;
}

/** A quote longer than this is a page, not a quote. */
const longest = 20_000;

/**
 * Captures what is selected in a tab into a card in hand, on disk. What it could not do is noted for the panel:
 * `no-selection` (`in-pdf`, `in-frame`: none that we could see), `no-access` (`closed`: to every extension), `too-long`,
 * `refused` or `restricted` (a source of which nothing, or nothing but figures, is kept).
 */
export async function captureTab(replica: Replica, asked: Asked): Promise<void> {
  try {
    await capturing(replica, asked);
  } catch (error) {
    if (!isFull(error)) throw error;
    await noteFull(Date.now());
  }
}

async function capturing(replica: Replica, asked: Asked): Promise<void> {
  const { draft, problem } = await captured(replica, asked);
  if (problem === 'in-pdf' && asked.pressed && asked.id !== undefined && asked.url) {
    await openTabInReader({ id: asked.id, url: asked.url });
    return;
  }
  if (draft) await replica.drafts.take(draft);
  // Access was just given, if only for this page: what is known of it is shown from now on.
  if (asked.id !== undefined) void enterTab(asked.id);
  await setMeta(replica.db, 'capture', { at: Date.now(), ...(problem && { problem }) });
}

async function captured(replica: Replica, asked: Asked): Promise<{ draft?: NewDraft; problem?: string }> {
  // Not even looked at, where its address says so.
  if (asked.url && accessOf({ url: asked.url }) === 'refused') return { problem: 'refused' };
  // A page is what it is, wherever in its frames something is selected.
  const found = await readTab(asked.what === 'page' ? { id: asked.id, frameId: 0 } : asked);
  // Where the browser lets nobody into its own viewer, the address says what it is.
  const isPdf = found ? found.elsewhere === 'pdf' : isPdfAddress(asked.url ?? '') || (await isFirefoxViewer(asked));
  if (isPdf && !asked.what && selectionOnly(asked).length === 0) return { problem: 'in-pdf' };
  const source = await sourceOf(found, asked);
  const { refused, picture, figure }: Partial<ReaderCaptured> = found ?? {};
  // The panel asks for it: what is pointed at is nowhere on disk before it is looked at.
  if (figure) return {};
  if (refused) return { problem: 'refused' };
  for (const at of [source, { url: asked.url ?? '', title: asked.title }]) {
    const access = at && accessOf(at);
    if (access && access !== 'open') return { problem: access };
  }
  if (picture) return regionOf(replica, picture, source);
  const shut = asked.pressed ? 'closed' : 'no-access';
  if (asked.what === 'page') return source ? { draft: { what: 'page', passages: [], source } } : { problem: shut };
  if (asked.what === 'link') return linkOf(asked, source);
  if (asked.what === 'image') return imageOf(replica, asked, source);
  const passages = found?.passages.length ? found.passages.map(onlyPassage) : selectionOnly(asked);
  if (passages.length === 0) return { problem: found ? unseen(found) : shut };
  if (passages.some(({ exact }) => exact.length > longest) || passages.length > 20) return { problem: 'too-long' };
  const what = found?.list && passages.length > 1 ? 'list' : 'quote';
  return { draft: { what, passages, ...(source && { source }) } };
}

/**
 * Whether a tab of Firefox holds its viewer of PDFs, whatever the address: the one page that lets nobody in of a site
 * to which there is access.
 */
const isFirefoxViewer = async ({ url = '', pressed }: Asked): Promise<boolean> =>
  import.meta.env.FIREFOX && pressed === true && (await hasAccess(url));

/** Why nothing seems to be selected. */
const unseen = ({ elsewhere }: Captured) =>
  elsewhere === 'pdf' || elsewhere === 'frame' ? `in-${elsewhere}` : 'no-selection';

/** A link as the browser and the page name it. */
async function linkOf(
  { id, frameId = 0, ...asked }: Asked,
  source?: Source,
): Promise<{ draft?: NewDraft; problem?: string }> {
  const url = asked.linkUrl ?? '';
  if (!/^https?:\/\//i.test(url) || url.length > longestOf.url) return { problem: 'no-link' };
  const said = asked.linkText ?? (await inPage(id, frameId, linkWords, [url]));
  const text = oneLine(said, longestOf.linkText) ?? '';
  return { draft: { what: 'link', passages: [], link: { url, text }, ...(source && { source }) } };
}

/** An image with its words, or a link to it where its bytes cannot be had. */
async function imageOf(
  { images }: Replica,
  { id, frameId = 0, srcUrl = '' }: Asked,
  source?: Source,
): Promise<{ draft?: NewDraft; problem?: string }> {
  const alt = oneLine(await inPage(id, frameId, imageAlt, [srcUrl]), longestOf.alt) ?? '';
  const raw = (await fetchPicture(srcUrl)) ?? bytesOf(await inPage(id, frameId, imageBytes, [srcUrl]));
  const picture = raw && (await fitPicture(raw));
  const at = source && { source };
  if (picture) {
    const blob = await images.keep(picture.type, picture.bytes);
    return { draft: { what: 'image', passages: [], image: { blob, alt }, ...at } };
  }
  if (!/^https?:\/\//i.test(srcUrl) || srcUrl.length > longestOf.url) return { problem: 'no-image' };
  const link = { url: srcUrl, text: oneLine(alt, longestOf.linkText) ?? '' };
  return { draft: { what: 'link', passages: [], link, ...at }, problem: 'image-as-link' };
}

/** A region of a page without text, with what somebody typed of it. */
async function regionOf(
  { images }: Replica,
  { base64, words, page }: NonNullable<ReaderCaptured['picture']>,
  source?: Source,
): Promise<{ draft?: NewDraft; problem?: string }> {
  const raw = bytesOf(base64);
  const picture = raw && (await fitPicture(raw));
  if (!picture) return { problem: 'no-image' };
  const blob = await images.keep(picture.type, picture.bytes);
  const image = { blob, alt: oneLine(words, longestOf.alt) ?? '' };
  // A picture has no passage that would say which page it is from (RFC 8118).
  const at = source && { ...source, url: `${source.url}#page=${page}`.slice(0, longestOf.url) };
  return { draft: { what: 'image', passages: [], image, ...(at && { source: at }) } };
}

/** Runs a function of ours in a page; `undefined` where the browser lets nobody in. */
async function inPage<Args extends unknown[], T>(
  id: number | undefined,
  frameId: number,
  func: (...args: Args) => T,
  args: Args,
): Promise<unknown> {
  if (id === undefined) return undefined;
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId: id, frameIds: [frameId] }, func, args });
    return answer?.result;
  } catch {
    return undefined;
  }
}

/** Where it was read, as far as the page or the browser says it. */
async function sourceOf(found: Captured | ReaderCaptured | undefined, asked: Asked): Promise<Source | undefined> {
  const isFramed = asked.what !== 'page' && /^https?:/i.test(asked.frameUrl ?? '');
  const url = withoutPlace(found?.url ?? (isFramed ? asked.frameUrl : asked.url) ?? '');
  if (!/^(https?|file):\/\//i.test(url) || url.length > longestOf.url) return undefined;
  const title =
    oneLine(found?.title, longestOf.title) ?? oneLine(asked.title, longestOf.title) ?? oneLine(url, 500) ?? '';
  const site = oneLine(found?.about.site, longestOf.site);
  const author = oneLine(found?.about.author, longestOf.author);
  const published = partialDate(found?.about.published);
  const said = { ...(site && { site }), ...(author && { author }), ...(published && { published }) };
  const { fingerprint, said: saidOfFile }: Partial<ReaderCaptured> = found ?? {};
  // A file says for itself what it is.
  if (fingerprint) return { url, title, ...said, ...saidOfFile, fingerprint };
  const { source } = await recogniseTab(asked.id, url, isFramed ? asked.frameId : 0);
  return { url, title, ...keptOf(source), ...said };
}

/** Milliseconds after which a page is tried again: a busy browser opens it to us a moment after it was pressed. */
const moment = 150;

/** Reads the frame in which something is selected; `undefined` where the browser lets nobody in. */
async function readTab(asked: Asked): Promise<Captured | ReaderCaptured | undefined> {
  const found = await readOnce(asked);
  if (found || !asked.pressed) return found;
  await new Promise((resolve) => setTimeout(resolve, moment));
  return readOnce(asked);
}

async function readOnce({ id, frameId }: Asked): Promise<Captured | ReaderCaptured | undefined> {
  if (id === undefined) return undefined;
  const reader = await askReader('capture', id);
  if (reader) return reader;
  const target = frameId === undefined ? { tabId: id, allFrames: true } : { tabId: id, frameIds: [frameId] };
  try {
    const results = await browser.scripting.executeScript({ target, files: ['/page-script.js'] });
    const pages = results.flatMap(({ result }) => (isCaptured(result) ? [onlyCaptured(result)] : []));
    return pages.find(({ passages }) => passages.length > 0) ?? pages[0];
  } catch {
    return undefined;
  }
}

/** Words without their surroundings: all that the browser's own viewers give. */
function selectionOnly({ selectionText }: Asked): Passage[] {
  const exact = selectionText?.trim();
  return exact ? [{ exact, prefix: '', suffix: '', start: 0, end: 0 }] : [];
}

const onlyPassage = ({ exact, prefix, suffix, start, end, page, label }: Passage & Partial<OnPage>) => ({
  exact,
  prefix,
  suffix,
  start,
  end,
  ...(isText(label) && { label: label.slice(0, 20) }),
  ...(Number.isSafeInteger(page) && Number(page) > 0 && { page }),
});

const isText = (value: unknown): value is string => typeof value === 'string';

/** What only our reader may say is not taken from a page. */
const onlyCaptured = ({ url, title, about, list, passages, elsewhere }: Captured): Captured => ({
  url,
  title,
  about,
  list,
  passages,
  ...(elsewhere && { elsewhere }),
});

/** A page's answer is not trusted: it is taken only in the shape that our script gives it. */
function isCaptured(value: unknown): value is Captured {
  if (typeof value !== 'object' || value === null) return false;
  const { url, title, about, list, passages } = value as Partial<Captured>;
  return (
    isText(url) &&
    isText(title) &&
    typeof list === 'boolean' &&
    typeof about === 'object' &&
    about !== null &&
    Array.isArray(passages) &&
    passages.every(isPassage)
  );
}

function isPassage(value: Partial<Passage> | null): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    [value.exact, value.prefix, value.suffix].every(isText) &&
    [value.start, value.end].every(Number.isSafeInteger)
  );
}
