import { describe, expect, it } from 'vitest';
import { FakeNatter } from '../test/fake/fake-natter';
import { DESKTOP, PHONE, inScheme, openPage, picture } from './support/browser';
import { House } from './support/house';
import { landscape } from './support/landscape';

/** The two pictures in the README: the app at a desk and on a phone, on an evening with friends. */

const house = new House();

const at = (days: number, hour: number, minute: number) => {
  const time = new Date();
  time.setDate(time.getDate() - days);
  time.setHours(hour, minute, 0, 0);
  return time.toISOString();
};

/** Maya, and what her friends have said to her; the last of it yesterday, so that any hour will do to look at it. */
function evening(view: { bytes: ArrayBuffer; width: number; height: number }) {
  const fake = new FakeNatter();
  const maya = fake.person('Maya Lindqvist');
  const [jonas, priya, noor, luis, family] = [
    'Jonas Berg',
    'Priya Sharma',
    'Noor Haddad',
    'Luis Ortega',
    'Elin Lindqvist',
  ].map((name, n) => fake.person(name, `friend${n}@example.org`));
  if (!jonas || !priya || !noor || !luis || !family) throw new Error('too few people');
  const withJonas = fake.talk([maya, jonas]);
  const talks = [noor, luis, family].map((friend) => fake.talk([maya, friend]));
  const [withNoor, withLuis, withElin] = talks;
  if (!withNoor || !withLuis || !withElin) throw new Error('too few talks');
  const hut = fake.talk([maya, jonas, priya, luis], 'Mountain hut, May');
  const book = fake.talk([maya, priya, noor], 'Book club');
  fake.write(withLuis, luis, 'Gracias! See you on Thursday.', { at: at(6, 18, 12) });
  fake.write(book, noor, 'Chapter nine. I have questions.', { at: at(4, 21, 40) });
  fake.write(withNoor, maya, 'Your spare key is with the neighbours 🗝️', { at: at(3, 8, 15) });
  fake.write(withElin, family, 'Call me when you’re home?', { at: at(2, 17, 55) });
  fake.write(hut, luis, 'Train tickets are booked, all four.', { at: at(1, 19, 2) });
  fake.write(hut, priya, 'You are a hero. I’ll bring the coffee.', { at: at(1, 19, 6) });
  fake.write(withJonas, jonas, 'We made it to the lake just in time.', { at: at(1, 20, 31) });
  const image = fake.images.put(view.bytes, view.width, view.height, 'image/jpeg');
  fake.show(withJonas, jonas, image, 'No filter, I promise.', at(1, 20, 32));
  fake.write(withJonas, maya, 'Oh wow. That light!', { at: at(1, 20, 40) });
  fake.write(withJonas, maya, 'Is this the place with the boat house?', { at: at(1, 20, 40) });
  fake.write(withJonas, jonas, 'The very one. They rent it out from May on, I asked.', { at: at(1, 20, 44) });
  fake.write(withJonas, maya, 'Then I know what we do on your birthday 🛶', { at: at(1, 20, 47) });
  fake.read(withJonas, jonas);
  fake.write(withJonas, maya, 'I’ll ask Priya and Luis, too.', { at: at(1, 20, 48) });
  for (const talk of [withJonas, ...talks, book]) fake.read(talk, maya);
  fake.deliver(withJonas, jonas);
  for (const friend of [jonas, priya]) fake.presence(friend, true);
  return { fake, maya, withJonas };
}

describe('the README', () => {
  it('shows a conversation at a desk, and on a phone in the dark', async () => {
    const canvas = await openPage(house.browser);
    const size = { width: 1200, height: 800 };
    const { fake, maya, withJonas } = evening({ bytes: await landscape(canvas.page, 1200, 800), ...size });
    await canvas.context.close();
    const { page, context, faults } = await house.visit(fake, `/c/${withJonas.id}`, maya.id);
    const shown = page.getByRole('button', { name: /^Picture from/ }).locator('img');
    await page.setViewportSize({ ...DESKTOP, height: 850 });
    await shown.evaluate((image: HTMLImageElement) => image.decode());
    await page.getByText('too.').last().waitFor();
    await picture(page, 'readme-desktop');

    await page.setViewportSize(PHONE);
    await inScheme(page, 'dark');
    // Nothing that shows while one scrolls.
    await page.getByRole('button', { name: 'To the latest' }).waitFor({ state: 'detached' });
    await page.locator('[data-shown=true]').waitFor({ state: 'detached' });
    await picture(page, 'readme-phone');
    expect(faults).toEqual([]);
    await context.close();
  });
});
