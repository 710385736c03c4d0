// A key under a passphrase, by way of the page's own fields.

export const PASSPHRASE = 'vier-worte-unter-einem-dach';

/** The field that unlocks in a view. */
export const lockedIn = (hash) => (hash === '#/compose' ? 'compose-passphrase' : 'unlock-passphrase');

/** Puts the key that is filled in under a passphrase; the settings are open. */
export async function seal(page, passphrase = PASSPHRASE) {
  await page.locator('#seal-key').check();
  await page.locator('#seal-passphrase').fill(passphrase);
  await page.locator('#seal').click();
  await page.locator('#sealed').waitFor();
}

/** Gives the passphrase as a person does, with Enter; `place` is what the ids of the view begin with. */
export async function unlock(page, passphrase, place = '') {
  const field = page.locator(place ? `#${place}passphrase` : '#unlock-passphrase');
  await field.fill(passphrase);
  await field.press('Enter');
}
