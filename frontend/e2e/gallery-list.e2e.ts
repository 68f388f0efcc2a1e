import { describe, expect, it } from 'vitest';
import { thorough } from './support/browser';
import { House } from './support/house';
import { LongList } from './support/long-list';
import { scrollThrough } from './support/scroller';
import { show } from './support/site';
import { longList } from './support/town-of-many';

/** Rules for a list of very many, none of which depends on how fast this machine is. */

const house = new House();

const MANY = thorough ? 10_000 : 1_000;
const FIRST_PAGE = 30;

async function scrolledThrough() {
  const { fake, ada, talks, people } = longList(MANY);
  fake.listPage = FIRST_PAGE;
  const visit = await house.visit(fake, '/', ada.id);
  const list = new LongList(visit.page);
  await list.loadTo('Friend 1');
  const asked = () => fake.requests.filter((call) => call === 'GET /api/v1/conversations').length;
  const [oldest] = talks;
  const [friend] = people;
  if (oldest === undefined || friend === undefined) throw new Error('no other person');
  return { ...visit, fake, ada, oldest, friend, list, asked };
}

describe(`a list of ${MANY} conversations`, () => {
  it('is fetched in few pages, drawn as far as it is to be seen, and searched as a whole', async () => {
    const { page, context, faults, ada, list, asked } = await scrolledThrough();
    // The first page, which is fetched again when the socket is ready, and the others of a hundred.
    expect(asked()).toBeLessThanOrEqual(2 + Math.ceil((MANY - FIRST_PAGE) / 100));
    await expect.poll(() => list.kept(ada.id)).toBe(50);

    await list.toTop();
    const fling = await scrollThrough(list.scroller, 300, 150);
    const frames = await scrollThrough(list.scroller, 1_000);
    console.log(`${MANY} conversations, ms a frame`, { fling, frames });
    for (const { blank, mostRows } of [fling, frames]) {
      expect(blank).toBe(0);
      expect(mostRows).toBeLessThan(60);
    }
    await list.row('Friend 1').waitFor();

    await list.seek(thorough ? 'friend 777' : 'friend 77');
    await expect.poll(() => list.rows.count()).toBe(11);
    await show(page, 'list-search');
    await list.seek('zebra');
    await page.getByText('No conversation with “zebra”').waitFor();
    await show(page, 'list-search-no-one');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes what happens in the last one without asking, moves it up, and draws no other anew', async () => {
    const { context, faults, fake, ada, oldest, friend, list } = await scrolledThrough();
    await list.toTop();
    const requests = fake.requests.length;
    const drawn = await list.watch();

    fake.write(oldest, friend, 'Still there?');
    await list.row('Still there?').waitFor();
    await expect.poll(() => list.rows.first().innerText()).toMatch(/Friend 1\n[^]*Still there\?/);

    expect(await drawn()).toBe(1);
    // What is read, and who comes and goes, is written into the row that there is.
    fake.read(oldest, friend);
    for (let n = 0; n < 20; n++) fake.presence(friend, n % 2 === 1);
    await expect.poll(() => list.rows.first().innerText()).toMatch(/Online/);
    expect(await drawn()).toBe(1);
    expect(fake.requests.slice(requests)).toEqual([]);
    expect(await list.kept(ada.id)).toBe(50);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is fetched again, after a lost connection, only as far as one sees it', async () => {
    const { context, faults, fake, oldest, friend, list, asked } = await scrolledThrough();
    await list.toTop();
    const before = asked();

    fake.dropSockets(1012);
    fake.write(oldest, friend, 'While you were away', { lost: true });
    await list.row('While you were away').waitFor();
    await expect.poll(() => fake.connections).toBe(1);
    expect(asked() - before).toBe(1);

    // What is known from before is there at once, and made sure of when one comes to it.
    await list.scroller.evaluate((element) => {
      element.scrollTop = 3_000;
    });
    await list.row(`Friend ${MANY - 45}`).waitFor();
    await expect.poll(() => asked() - before).toBe(2);
    expect(faults).toEqual([]);
    await context.close();
  });
});
