import { browser } from 'wxt/browser';
import type { OnPage } from '../../shared/evidence/evidence.ts';
import type { Passage } from '../../shared/evidence/quote.ts';
import { atPassage } from '../../shared/evidence/text-fragment.ts';
import { anchorNumber } from './anchors.ts';
import { goTo, isLasting } from './beside.ts';
import { hearPages } from './messages.ts';
import { readerAddress } from './reader-address.ts';

/** How long a page may take to load and to find its passage, in milliseconds. */
const patience = 30_000;

/**
 * Opens an address from the log in a new tab, at the passage that an entry kept from it. Where access is given, our
 * own script finds it; elsewhere the browser does, by a text directive.
 */
export async function openAt(url: string, entry: string, passage: Passage & OnPage): Promise<void> {
  if (!/^https?:/i.test(url)) return;
  // A page of a file is known to our reader alone.
  const inReader = passage.page !== undefined;
  if (!inReader && !(await isLasting(url))) {
    await browser.tabs.create({ url: atPassage(url, passage) });
    return;
  }
  const ending = new AbortController();
  const n = anchorNumber(url, entry);
  // The page may answer before we are told which tab it is in.
  const opened = browser.tabs.create({ url: inReader ? readerAddress(url) : url });
  hearPages(
    {
      states({ states }, { tab }) {
        if (!states.some((one) => one.n === n && one.state !== 'gone')) return;
        void opened.then(({ id }) => {
          if (id !== tab.id || ending.signal.aborted) return;
          ending.abort();
          void goTo(tab.id, n);
        });
      },
    },
    AbortSignal.any([ending.signal, AbortSignal.timeout(patience)]),
  );
  await opened;
}
