import type { Locator, Page } from 'playwright-core';

type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'tab';

/** What is there to be read. */
export const shown = (page: Page, text: string | RegExp): Locator =>
  page.getByText(text).filter({ visible: true }).first();

/** Until it is there to be read. */
export const see = (page: Page, text: string | RegExp): Promise<void> => shown(page, text).waitFor();

/** By its name, as somebody reads or hears it. */
export const tap = (page: Page, name: string | RegExp, role: Role = 'button'): Promise<void> =>
  page.getByRole(role, { name }).filter({ visible: true }).first().click();

/** Into a field, by its label. */
export const write = (page: Page, label: string | RegExp, words: string): Promise<void> =>
  page.getByRole('textbox', { name: label }).filter({ visible: true }).first().fill(words);
