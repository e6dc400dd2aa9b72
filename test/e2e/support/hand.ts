import type { Page } from 'playwright-core';

type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'tab';

/** Until it is there to be read. */
export const see = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ state: 'visible', timeout: 30_000 });

/** By its name, as somebody reads or hears it. */
export const tap = (page: Page, name: string | RegExp, role: Role = 'button'): Promise<void> =>
  page.getByRole(role, { name }).filter({ visible: true }).first().click();

/** Into a field, by its label. */
export const write = (page: Page, label: string | RegExp, words: string): Promise<void> =>
  page.getByRole('textbox', { name: label }).filter({ visible: true }).first().fill(words);
