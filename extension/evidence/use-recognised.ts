import { useEffect, useState } from 'preact/hooks';
import type { ToldPage } from '../../shared/evidence/told-page.ts';
import type { Beside } from '../platform/beside.ts';
import { recogniseFile, recogniseTab } from '../platform/recognise.ts';

/** When a page is looked at again, in milliseconds: many bring what they say of themselves late. */
const looks = [0, 1200, 4000];

/** What the page beside the panel is; `undefined` until it is known, and where there is no access to its address. */
export function useRecognised(beside: Beside | undefined): ToldPage | undefined {
  const [told, setTold] = useState<{ url: string; page: ToldPage }>();
  const { tab, url } = beside ?? {};
  const inReader = beside?.inReader !== undefined;
  useEffect(() => {
    if (tab === undefined || url === undefined) return;
    let here = true;
    const look = async () => {
      const page = await (inReader ? recogniseFile(tab, url) : recogniseTab(tab, url));
      if (!here) return;
      setTold((before) =>
        before?.url === url && JSON.stringify(before.page) === JSON.stringify(page) ? before : { url, page },
      );
    };
    const timers = looks.map((after) => setTimeout(() => void look().catch(reportError), after));
    return () => {
      here = false;
      timers.forEach(clearTimeout);
    };
  }, [tab, url, inReader]);
  return told && told.url === url ? told.page : undefined;
}
