import type { Page } from 'puppeteer-core';

/** What a person does on our screens, by the words that they read there. */

/** Types into the field with this label, in place of what is in it. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text);
}

/**
 * Clicks. A locator waits for ever for the first thing that it found, though that be hidden or have gone meanwhile; so
 * it is asked anew.
 */
async function click(page: Page, selector: string): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    try {
      return await page.locator(selector).setTimeout(5000).click();
    } catch {
      // It may be another by now.
    }
  }
  throw new Error(`There is no ${selector} to click. There is:\n${await textOf(page)}`);
}

/** Presses the button with this name. */
export const press = (page: Page, name: string): Promise<void> =>
  click(page, `::-p-aria([name="${name}"][role="button"])`);

/** Chooses a priority on the card in hand, unless it is chosen already: it may have been suggested. */
export async function choosePriority(panel: Page, title: string): Promise<void> {
  const isChosen = await panel.waitForFunction(
    (words) => {
      const all = [...document.querySelectorAll('form.card .priority-choice')];
      const box = all.find((one) => one.textContent.includes(words))?.querySelector('input');
      return box && { checked: box.checked };
    },
    { polling: 100 },
    title,
  );
  if (!(await isChosen.jsonValue())?.checked) await click(panel, `form.card ::-p-text(${title})`);
}

/** Says whether this device is one's own. */
export const sayOwn = (page: Page, own: boolean): Promise<void> =>
  click(page, own ? '::-p-text(Yes, only I use it)' : '::-p-text(No, others use it too)');

/** What stands in the field with this label. */
export const typedIn = (page: Page, label: string): Promise<string> =>
  page
    .locator(`::-p-aria([name="${label}"][role="textbox"])`)
    .map((field) => (field as HTMLInputElement).value)
    .wait();

/** Waits until an alert with these words has the focus. */
export async function alerted(page: Page, ...words: string[]): Promise<void> {
  const told = (wanted: string[]) => {
    const at = document.activeElement;
    return at?.role === 'alert' && wanted.every((text) => at.textContent.includes(text));
  };
  await page.waitForFunction(told, { polling: 100 }, words).catch(async () => {
    const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(
      `No alert says “${words.join('” and “')}”. The focus is on ${at}. There is:\n${await textOf(page)}`,
    );
  });
}

/** Waits until these words can be read, or can no longer. A failure says what can be read instead. */
async function wait(page: Page, words: string, there: boolean): Promise<void> {
  const arrived = (wanted: string, yes: boolean) => document.body.innerText.includes(wanted) === yes;
  await page.waitForFunction(arrived, { polling: 100 }, words, there).catch(async () => {
    throw new Error(`“${words}” ${there ? 'never came' : 'never went'}. There is:\n${await textOf(page)}`);
  });
}

/** Waits until these words can be read. */
export const see = (page: Page, words: string): Promise<void> => wait(page, words, true);

/** Waits until these words can no longer be read. */
export const seeGone = (page: Page, words: string): Promise<void> => wait(page, words, false);

/** Everything that can be read. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

interface Founding {
  address: string;
  cluster: string;
  name: string;
}

/** Starts a cluster on the welcome page, on a device of one's own. */
export async function startCluster(page: Page, { address, cluster, name }: Founding): Promise<void> {
  await unfold(page, 'Start a new cluster');
  await fill(page, 'What is it called?', cluster);
  await fill(page, 'Your name', name);
  await sayOwn(page, true);
  // The second: the first is folded away with joining.
  await unfoldLast(page, 'Address');
  await fill(page, 'Address to keep it at', address);
  await press(page, 'Start it');
  await press(page, 'I have kept it');
}

interface Joining {
  link: string;
  /** Asked for an invitation only. */
  name?: string;
  /** What the device is called, in place of the name that is suggested. */
  device?: string;
  own?: boolean;
}

/** Joins on the welcome page. */
export async function joinCluster(page: Page, { link, name, device, own = true }: Joining): Promise<void> {
  await fill(page, 'Your link or code', link);
  await press(page, 'Go on');
  if (name) await fill(page, 'Your name', name);
  if (device) await fill(page, 'A name for this device', device);
  await sayOwn(page, own);
  await press(page, name ? 'Join' : 'Use this device');
  await press(page, 'I have kept it');
}

/** Makes an invitation in the panel and gives its link. Comes back to the log afterwards. */
export async function inviteLink(panel: Page, uses = 1): Promise<string> {
  await openTab(panel, 'Cluster');
  await unfold(panel, 'Invite somebody');
  await fill(panel, 'How many people may use it', String(uses));
  await press(panel, 'Make a link');
  const link = await panel
    .locator('.issued')
    .map((element) => element.textContent ?? '')
    .wait();
  await openTab(panel, 'Log');
  return link;
}

/** Chooses a tab of the panel. */
export const openTab = (panel: Page, name: string): Promise<void> =>
  click(panel, `::-p-aria([name="${name}"][role="tab"])`);

/** Opens what is folded under these words. */
export const unfold = (page: Page, words: string): Promise<void> => click(page, `summary ::-p-text(${words})`);

/** Opens the last thing that is folded under these words. */
export async function unfoldLast(page: Page, words: string): Promise<void> {
  const found = await page.$$(`summary ::-p-text(${words})`);
  await found.at(-1)?.click();
}

/** Selects the whole text of an element, as a reader does with three clicks. */
export async function select(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => {
    const selection = getSelection();
    selection?.selectAllChildren(element);
    return selection?.toString() ?? '';
  });
}

/** Writes on the card in hand and saves it with the keys. */
export async function saveCard(panel: Page, note: string): Promise<void> {
  await panel.waitForSelector('form.card textarea');
  await fill(panel, 'So what for us?', note);
  await panel.focus('form.card textarea');
  await panel.keyboard.down('Control');
  await panel.keyboard.press('Enter');
  await panel.keyboard.up('Control');
}

/** Scrolls as a person does until the first button with these words is clear of the bar at the foot. */
export const inSight = (page: Page, words: string) =>
  page
    .locator(`button ::-p-text(${words})`)
    .waitHandle()
    .then((button) => button.evaluate((element) => element.scrollIntoView({ block: 'center' })));
