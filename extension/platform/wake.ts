import { browser } from 'wxt/browser';

/** The alarm that wakes the background while something waits to be sent. It is there only so long. */
export const syncAlarm = 'sync';

/** Asks that what waits be sent even if every view is closed: tried each minute until nothing waits. */
export const askToSync = (): Promise<void> =>
  Promise.resolve(browser.alarms.create(syncAlarm, { delayInMinutes: 1, periodInMinutes: 1 }));

/** Nothing waits any more. */
export async function stopAsking(): Promise<void> {
  await browser.alarms.clear(syncAlarm);
}
