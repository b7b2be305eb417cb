import type { Page } from 'puppeteer-core';
import type { Record } from '../../shared/record.ts';
import { extensionId } from './chromium.ts';

/**
 * Everything that the extension has stored, as one text: its databases, its own storage on disk and in memory, and what
 * its pages keep. Asked of a page of the extension that runs none of its code.
 */
export async function everythingStored(from: Page): Promise<string> {
  const page = await from.browser().newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/managed-schema.json`);
    return await page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const found: unknown[] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await asked(indexedDB.open(name));
        for (const table of db.objectStoreNames) {
          const rows = await asked(db.transaction(table).objectStore(table).getAll());
          if (rows.length > 0) found.push({ [table]: rows });
        }
        db.close();
      }
      const { local, session } = chrome.storage;
      const areas = [await local.get(), await session.get(), { ...localStorage }, { ...sessionStorage }];
      return JSON.stringify([...found, ...areas.filter((area) => Object.keys(area).length > 0)]);
    });
  } finally {
    await page.close();
    await from.bringToFront();
  }
}

/** The records of a kind that a page's replica has from its cluster. */
export const recordsIn = (page: Page, kind: string): Promise<Record<{ [field: string]: unknown }>[]> =>
  page.evaluate(async (wanted) => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open('goldthread'));
    const rows = await asked(db.transaction('records').objectStore('records').getAll());
    db.close();
    return rows.filter((row) => row.kind === wanted);
  }, kind);
