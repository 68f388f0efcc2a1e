import { describe, expect, it } from 'vitest';
import { House } from './support/house';
import { Scroller } from './support/scroller';
import { SLOWER, Slowed } from './support/slowed';
import { longList, longTalk } from './support/town-of-many';

/**
 * What scrolling costs a machine that is four times slower: `npm run long-tasks`. Figures for the README, and no gate: they say
 * as much about what else the machine does. NATTER_PROFILE names a directory for the profiles.
 */

const house = new House();
const MESSAGES = Number(process.env['NATTER_MESSAGES'] ?? 10_000);
const CONVERSATIONS = 1_000;
/** As fast as a thumb throws it, and as one reads through it quickly: 18,000 and 6,000 px a second. */
const SPEEDS = [300, 100];
const FRAMES = 300;

describe(`on a machine ${SLOWER} times slower`, () => {
  it(`a conversation of ${MESSAGES} messages`, async () => {
    const { fake, ada, talk } = longTalk(MESSAGES, 1);
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    const scroller = new Scroller(page);
    await scroller.line(2).waitFor();
    await scroller.loadTo(MESSAGES);

    const slowed = await Slowed.down(page);
    for (const speed of SPEEDS) {
      // Up through rows that were never drawn where one came from, and down again through those that are known.
      await slowed.scroll(`messages, up ${speed}`, scroller.locator, -speed, FRAMES);
      await slowed.scroll(`messages, down ${speed}`, scroller.locator, speed, FRAMES);
    }
    expect(faults).toEqual([]);
    await context.close();
  }, 400_000);

  it(`a list of ${CONVERSATIONS} conversations`, async () => {
    const { fake, ada } = longList(CONVERSATIONS);
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    const list = page.getByRole('navigation', { name: 'Conversations' });
    await list.getByRole('link').first().waitFor();

    const slowed = await Slowed.down(page);
    for (const speed of SPEEDS) {
      // Down while the further pages come, and up again.
      await slowed.scroll(`list, down ${speed}`, list.locator('..'), speed, FRAMES);
      await slowed.scroll(`list, up ${speed}`, list.locator('..'), -speed, FRAMES);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});
