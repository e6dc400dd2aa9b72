import type { Page } from 'playwright-core';
import { signPoster } from '../../../src/contract/venue/poster';
import type { Stage } from './stage';

const hourMs = 3_600_000;

async function venueNamed({ app }: Stage, name: string) {
  const found = (await app.ports.venues.under(['33'])).find((venue) => venue.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** What stands on the poster at a venue's door. */
export async function posterOf(stage: Stage, name: string): Promise<string> {
  const { issuer } = stage.app.ports;
  const { id: venueId } = await venueNamed(stage, name);
  return signPoster({ county: issuer.county, venueId, name, issuedAt: Date.now() }, issuer);
}

/** Somebody ill was there in the last hour, and is about to leave: a phone knows the server's time to some milliseconds only. */
export async function publishAbout(stage: Stage, name: string): Promise<void> {
  const { venues, store } = stage.app.ports;
  const { id: publisherId } = await store.people.of({ provider: 'demo', subject: 'officer' });
  await venues.publish({
    venueId: (await venueNamed(stage, name)).id,
    from: new Date(Date.now() - hourMs),
    until: new Date(Date.now() + 60_000),
    advice: {
      zh: '这两周留意身体。发热或咳嗽就先打电话问，再出门。',
      en: 'For two weeks, mind how you feel. With a fever or a cough, call before you go out.',
    },
    publisherId,
  });
}

/** As a hand scanner types it into the scanner's field, or a person pastes it. */
export async function scan(page: Page, text: string): Promise<void> {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').fill(text);
  await sheet.getByRole('textbox').press('Enter');
  await sheet.waitFor({ state: 'detached' });
}
