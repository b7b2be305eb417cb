import type { Source } from '../../shared/evidence/evidence.ts';
import type { ToldPage } from '../../shared/evidence/told-page.ts';
import type { Captured } from '../page/capture/capture.ts';
import { handledFile } from './pdf-handler.ts';

/** What the reader gives when its person asks for a clip. */
export interface ReaderCaptured extends Captured {
  /** What tells the file from others: PDF.js's fingerprint of it, and a hash of its text. */
  fingerprint?: string | undefined;
  /** What the file says of itself that is kept with a clip. */
  said?: Partial<Source> | undefined;
  /** Nothing of it may be kept. */
  refused?: boolean | undefined;
  /** A region of a page, as a picture, in place of words. */
  picture?: { base64: string; words: string; page: number } | undefined;
  /** A figure was taken in place of words: it goes to the panel, which asks for it. */
  figure?: boolean | undefined;
}

/** What the reader is asked: for what is selected in it, and what its file is. */
interface Answers {
  capture: ReaderCaptured;
  tell: ToldPage;
}

interface Ask {
  reader: keyof Answers;
  tab: number;
}

const isAsk = (message: unknown): message is Ask => {
  const { reader, tab } = (message ?? {}) as Partial<Ask>;
  return (reader === 'capture' || reader === 'tell') && typeof tab === 'number';
};

/** Asks the reader in a tab; `undefined` where the tab holds none. */
export async function askReader<K extends keyof Answers>(reader: K, tab: number): Promise<Answers[K] | undefined> {
  try {
    const answer: unknown = await chrome.runtime.sendMessage({ reader, tab } satisfies Ask);
    return (answer as Answers[K] | undefined) ?? undefined;
  } catch {
    // Nothing of ours is open.
    return undefined;
  }
}

/** In the reader: answers whenever it is asked. */
export function answerAsked(give: { [K in keyof Answers]: () => Promise<Answers[K]> }, signal: AbortSignal): void {
  let own: number | undefined;
  void Promise.all([handledFile(), chrome.tabs.getCurrent()]).then(([stream, tab]) => {
    own = stream?.tabId ?? tab?.id;
  });
  const heard = (message: unknown, sender: chrome.runtime.MessageSender, answer: (value: unknown) => void) => {
    // Only the reader that is meant answers: the first answer counts.
    if (sender.id !== chrome.runtime.id || !isAsk(message) || message.tab !== own) return undefined;
    give[message.reader]().then(answer, () => answer(undefined));
    return true;
  };
  chrome.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => chrome.runtime.onMessage.removeListener(heard), { once: true });
}
