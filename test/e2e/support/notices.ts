import type { Page } from 'playwright-core';

const shown = (page: Page, role: 'button' | 'link' | 'radio' | 'checkbox', name: string | RegExp) =>
  page.getByRole(role, { name }).filter({ visible: true }).first();

/** Begins from the template; everything but to whom is said then. */
export const fromWaterCut = (page: Page): Promise<void> => shown(page, 'radio', /^(停水|Water cut)$/).click();

export const goOn = (page: Page): Promise<void> => shown(page, 'button', /^(下一步|Next)$/).click();

/** To everybody of the place one serves, then looked at. */
export async function toEverybody(page: Page): Promise<void> {
  await goOn(page);
  await shown(page, 'checkbox', /全部|^All of/).click();
  await lookAtIt(page);
}

/** Three buildings of grid 7, and all of grid 8 but building 12: as drawn. */
export async function chooseBuildings(page: Page): Promise<void> {
  await goOn(page);
  await shown(page, 'link', /第 7 网格/).click();
  for (const name of ['3 幢', '4 幢', '5 幢']) await shown(page, 'checkbox', name).click();
  await shown(page, 'button', /^(上一级|One level up)$/).click();
  await shown(page, 'link', /第 8 网格/).click();
  await shown(page, 'checkbox', /第 8 网格/).click();
  await shown(page, 'checkbox', '12 幢').click();
}

export async function lookAtIt(page: Page): Promise<void> {
  await shown(page, 'button', /^(看一遍|Look at it)$/).click();
  await page.locator('.reach').waitFor();
}

/** The newest of those that are out. */
export async function openSent(page: Page): Promise<void> {
  await page.locator('.sent-row').filter({ visible: true }).nth(1).click();
  await page.locator('.to-whom').filter({ visible: true }).waitFor();
}
