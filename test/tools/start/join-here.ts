import type { Page } from 'playwright-core';

/** The address of the extension's welcome page. */
export const welcomeAddress = (extensionId: string): string => `chrome-extension://${extensionId}/welcome.html`;

/** Joins a cluster on the extension's welcome page as a person does. Does nothing where this device is in one. */
export async function joinHere(page: Page, { link, name }: { link: string; name: string }): Promise<void> {
  const pasted = page.getByLabel('Your link or code');
  const kept = page.getByRole('button', { name: 'I have kept it' });
  const inside = page.getByRole('heading', { name: /^You are in / });
  await pasted.or(kept).or(inside).first().waitFor();
  if (await pasted.isVisible()) {
    await pasted.fill(link);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Your name').last().fill(name);
    await page.getByRole('radio', { name: /^Yes, only I use it/ }).check();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await kept.waitFor();
  }
  if (await kept.isVisible()) await kept.click();
  await inside.waitFor();
}
