import type { Passage } from '../../shared/evidence/quote.ts';
import { isToldFigure, type ToldFigure } from '../../shared/evidence/told-figure.ts';

/** Where one entry stands on a page: opaque, so that a page that reads it learns nothing of the log but the words. */
export interface Anchor {
  /** The entry's number on this page. */
  n: number;
  passages: Passage[];
  /** The thread of its first priority, for colour and underline. */
  thread: number | null;
  proposed: boolean;
}

/** What a page holds of an entry: its words, its words changed since, not all of its passages, or none any longer. */
export const placeStates = ['found', 'edited', 'partly', 'gone'] as const;
export type PlaceState = (typeof placeStates)[number];

/** What a page says to the extension. All of it is checked: see `guards`. */
export interface FromPage {
  /**
   * Where it is, at first and whenever that changes or it is asked to look again. Answered with its anchors. Our reader
   * says what its file is too; an article, its DOI.
   */
  here: { url: string; fingerprint?: string | undefined; doi?: string | undefined };
  /** What it holds of the entries that it was told of. */
  states: { url: string; fingerprint?: string | undefined; states: { n: number; state: PlaceState }[] };
  /** The entry at which the reader points, if any. */
  pointing: { n: number | null };
  /** The button beside the selection was pressed. */
  clip: Record<never, never>;
  /** Which figure is pointed at or was taken, while a person records one. */
  figure: ToldFigure;
  /** Where the person clicked there is no figure. */
  figureMissed: Record<never, never>;
  /** In our reader a figure of a table was taken: it waits until it is asked for. */
  figureTaken: Record<never, never>;
  /** Pointing at figures was ended in the page. */
  figuresLeft: Record<never, never>;
}

/** Where the outline of a figure goes, or what is done with the one that it is around; `clicked`: with the right button. */
export const pointings = ['left', 'right', 'up', 'down', 'take', 'table', 'clicked', 'end'] as const;

/** What the extension says to a page. */
export interface ToPage {
  /** Show the place of an entry. */
  goTo: { n: number };
  /** Tell the states again. */
  tell: Record<never, never>;
  /** There may be something new: say where you are again; and which article you are, as the panel knows by now. */
  look: { doi?: string | undefined };
  /** While a person records a figure: to which one, and what of it. */
  point: { to: (typeof pointings)[number] };
  /** In our reader: show the tables of the file; give the figure that was taken, if one waits. */
  showTables: Record<never, never>;
  giveFigure: Record<never, never>;
}

/** Who said something: a frame of a tab, as the browser itself knows it. */
export interface PageSender {
  tab: { id: number; windowId: number; url?: string | undefined; title?: string | undefined };
  frame: number;
  /** It is our own reader, which may say what its file is: a page that did would learn of a file that it is not. */
  reader: boolean;
}

type Says<Map> = { [K in keyof Map]: { type: K; body: Map[K] } }[keyof Map];
type Heard<Map, From, Answers> = {
  [K in keyof Map]?: (body: Map[K], from: From) => K extends keyof Answers ? Promise<Answers[K]> : void;
};

interface Answers {
  here: Anchor[];
}

/** No page has more than this to say; a longer list is not ours. */
const most = 10_000;

const isObject = (value: unknown): value is { [name: string]: unknown } => typeof value === 'object' && value !== null;
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);
const isUrl = (value: unknown): value is string => typeof value === 'string' && value.length <= 20_000;
const isOptional = (value: unknown) => value === undefined || isUrl(value);
const isState = (value: unknown) =>
  isObject(value) && isNumber(value.n) && placeStates.includes(value.state as PlaceState);

/** A page is not trusted: what it says is taken only in the shape that our script gives it. */
const guards: { [K in keyof FromPage]: (body: { [name: string]: unknown }) => boolean } = {
  here: ({ url, fingerprint, doi }) => isUrl(url) && isOptional(fingerprint) && isOptional(doi),
  states: ({ url, fingerprint, states }) =>
    isUrl(url) &&
    isOptional(fingerprint) &&
    Array.isArray(states) &&
    states.length <= most &&
    states.every((one) => isState(one)),
  pointing: ({ n }) => n === null || isNumber(n),
  clip: () => true,
  figure: isToldFigure,
  figureMissed: () => true,
  figureTaken: () => true,
  figuresLeft: () => true,
};

/** Whether the extension that put this script here is still there: not reloaded, updated or removed meanwhile. */
export function isConnected(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** In a page: says something to the extension. `undefined` where nobody answers. */
export async function sayToExtension<K extends keyof FromPage>(
  type: K,
  body: FromPage[K],
): Promise<(K extends keyof Answers ? Answers[K] : undefined) | undefined> {
  try {
    return await chrome.runtime.sendMessage({ type, body });
  } catch {
    // The extension was reloaded, or nothing of it listens to this.
    return undefined;
  }
}

/** In a page: hears what the extension says, and nobody else. */
export function hearExtension(handlers: Heard<ToPage, void, Record<never, never>>, signal: AbortSignal): void {
  const heard = (message: Says<ToPage>, sender: chrome.runtime.MessageSender) => {
    const ours = sender.id === chrome.runtime.id && (!sender.tab || sender.url?.startsWith(chrome.runtime.getURL('')));
    if (ours) handlers[message.type]?.(message.body as never);
  };
  chrome.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => isConnected() && chrome.runtime.onMessage.removeListener(heard), {
    once: true,
  });
}

/** In the extension: hears what our scripts in pages say. Whatever has another sender or shape is not heard. */
export function hearPages(handlers: Heard<FromPage, PageSender, Answers>, signal?: AbortSignal): void {
  const heard = (message: unknown, sender: chrome.runtime.MessageSender, answer: (value: unknown) => void) => {
    const from = senderOf(sender);
    if (!from || !isObject(message) || !isObject(message.body)) return undefined;
    const type = message.type as keyof FromPage;
    if (!Object.hasOwn(guards, type) || !guards[type](message.body)) return undefined;
    const answering = handlers[type]?.(message.body as never, from);
    if (!answering) return undefined;
    answering.then(answer, () => answer(undefined));
    // The answer comes later.
    return true;
  };
  chrome.runtime.onMessage.addListener(heard);
  signal?.addEventListener('abort', () => chrome.runtime.onMessage.removeListener(heard), { once: true });
}

function senderOf({ id, tab, frameId, url }: chrome.runtime.MessageSender): PageSender | undefined {
  // Our own pages in tabs are no pages of others, but for the reader, which shows one.
  if (id !== chrome.runtime.id || tab?.id === undefined) return undefined;
  const reader = url?.startsWith(chrome.runtime.getURL('/reader.html')) ?? false;
  if (!reader && url?.startsWith(chrome.runtime.getURL(''))) return undefined;
  return {
    tab: { id: tab.id, windowId: tab.windowId, url: tab.url, title: tab.title },
    frame: frameId ?? 0,
    reader,
  };
}

/** In the extension: says something to a tab, all its frames or one. Where nothing of ours runs, nobody hears it. */
export async function sayToPage<K extends keyof ToPage>(
  tab: number,
  type: K,
  body: ToPage[K],
  frame?: number,
): Promise<void> {
  const to = frame === undefined ? {} : { frameId: frame };
  // Rejected where no frame listens.
  await chrome.tabs.sendMessage(tab, { type, body }, to).catch(() => undefined);
}
