import { describe, expect, it } from 'vitest';
import { House } from './support/house';
import { LongList } from './support/long-list';
import { Scroller } from './support/scroller';
import { SLOWER, Slowed } from './support/slowed';
import { longList, longTalk } from './support/town-of-many';

/**
 * What scrolling costs a machine that is four times slower (NATTER_SLOWER says how many times): `npm run long-tasks`. Figures
 * for the README, and no gate: they say as much about what else the machine does. NATTER_PROFILE names a directory for the
 * profiles.
 */

const house = new House();
const MESSAGES = Number(process.env['NATTER_MESSAGES'] ?? 10_000);
const CONVERSATIONS = Number(process.env['NATTER_CONVERSATIONS'] ?? 10_000);
/** As fast as a thumb can throw it, and as it does: 18,000 and 8,000 px a second. */
const SPEEDS = [300, 133];
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
    fake.listPage = 30;
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    const list = new LongList(page);
    const from = Date.now();
    await list.loadTo('Friend 1');
    console.log('load', {
      ms: Date.now() - from,
      requests: fake.requests.filter((call) => call.endsWith('/conversations')).length,
    });
    await list.toTop();

    const slowed = await Slowed.down(page);
    for (const speed of SPEEDS) {
      // Down through rows that were drawn once when they came, and up again.
      await slowed.scroll(`list, down ${speed}`, list.scroller, speed, FRAMES);
      await slowed.scroll(`list, up ${speed}`, list.scroller, -speed, FRAMES);
    }
    expect(faults).toEqual([]);
    await context.close();
  }, 400_000);
});
