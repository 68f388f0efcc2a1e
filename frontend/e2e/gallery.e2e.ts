import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Jar } from '../test/fake/fake-natter';
import { CODE, FakeNatter, problem } from '../test/fake/fake-natter';
import { tokenIn } from '../test/fake/token-in';
import { DESKTOP, PHONE, expectAccessible, inScheme, launch, openPage, picture } from './support/browser';

/** Every state of the app in a real browser, on the built files and the fake server: seen, and measured by axe. */

let browser: Browser;
let site: Awaited<ReturnType<typeof preview>>;
let origin: string;

beforeAll(async () => {
  site = await preview({
    root: new URL('..', import.meta.url).pathname,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, proxy: {} },
  });
  origin = `http://127.0.0.1:${(site.httpServer.address() as AddressInfo).port}`;
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function visit(fake: FakeNatter, path: string, userId?: string) {
  const jar: Jar = { userId };
  const { page, context, faults } = await openPage(browser, {
    viewport: DESKTOP,
    // Calls must come by the fake server.
    serviceWorkers: 'block',
  });
  await page.route('**/api/v1/**', async (route) => {
    const request = route.request();
    const body = request.postData();
    const answer = await fake.handle(
      new Request(request.url(), {
        method: request.method(),
        headers: await request.allHeaders(),
        ...(body && { body }),
      }),
      jar,
    );
    await (answer.type === 'error'
      ? route.abort()
      : route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: await answer.text(),
        }));
  });
  await page.routeWebSocket('**/api/v1/socket', (socket) => {
    const end = {
      send: (data: string) => {
        socket.send(data);
      },
      close: (code: number) => void socket.close({ code: code === 1006 ? 1012 : code }),
    };
    if (!fake.connect(end, tokenIn(socket.protocols()))) {
      void socket.close({ code: 1012 });
      return;
    }
    socket.onMessage((data) => {
      fake.receive(end, String(data));
    });
    socket.onClose(() => {
      fake.disconnect(end);
    });
  });
  await page.goto(origin + path);
  return { page, context, faults };
}

/** Pictures of one state, narrow and wide, by day and by night. */
async function show(page: Page, name: string) {
  for (const [size, viewport] of [
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const) {
    await page.setViewportSize(viewport);
    for (const scheme of ['light', 'dark'] as const) {
      await inScheme(page, scheme);
      await picture(page, `${name}-${size}-${scheme}`);
      await expectAccessible(page);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${name} scrolls sideways on a ${size}`).toBeLessThanOrEqual(0);
  }
}

const day = (days: number, time: string) =>
  `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 11)}${time}:00.000Z`;

function town() {
  const fake = new FakeNatter();
  const ada = fake.person('Ada Lovelace');
  const people = [
    'Ben Franklin',
    'Cleo',
    'प्रिया शर्मा',
    'Dr. Maximiliane Freifrau von und zu Hohenstaufen-Weißenburg',
    'Łukasz Żółć',
    '🦊 Fox',
    'مريم',
  ].map((name, at) => fake.person(name, `p${at}@example.org`));
  return { fake, ada, people };
}

function chatter() {
  const { fake, ada, people } = town();
  const talks = people.map((person) => fake.talk([ada, person]));
  const [ben, cleo, priya, max, lukasz, fox, maryam] = people;
  const [withBen, withCleo, withPriya, withMax, withLukasz, withFox, withMaryam] = talks;
  if (!ben || !cleo || !priya || !max || !lukasz || !fox || !maryam) throw new Error('too few people');
  if (!withBen || !withCleo || !withPriya || !withMax || !withLukasz || !withFox || !withMaryam)
    throw new Error();
  const circle = fake.talk([ada, ben, cleo, priya], 'Sunday walkers');
  fake.write(withMaryam, maryam, 'أراك غدًا', { at: day(20, '10:00') });
  fake.write(withFox, ada, '🎉', { at: day(9, '10:00') });
  fake.write(withLukasz, lukasz, 'Cześć!', { at: day(4, '18:20') });
  fake.write(
    withMax,
    max,
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(2),
    { at: day(3, '07:05') },
  );
  for (let n = 0; n < 128; n++) fake.write(withCleo, cleo, `Nile news ${n}`, { at: day(2, '12:00') });
  fake.write(circle, cleo, 'Same place as last week?', { at: day(1, '17:00') });
  fake.write(circle, ben, 'I bring the kite.', { at: day(1, '17:01') });
  fake.write(circle, ben, 'And sandwiches.', { at: day(1, '17:02') });
  fake.write(circle, priya, 'मैं भी आऊँगी! कितने बजे मिलना है?', { at: day(1, '17:30') });
  fake.write(withPriya, priya, 'नमस्ते! कैसी हो?', { at: day(0, '00:10') });
  fake.write(withBen, ben, 'Did you see the storm last night?', { at: day(1, '08:58') });
  fake.write(withBen, ada, 'I did. You were out in it, weren’t you?', { at: day(1, '09:02') });
  fake.write(withBen, ben, 'With a kite and a key.', { at: day(1, '09:03') });
  fake.write(
    withBen,
    ben,
    'The hemp string stood up like hairs.\n\nThen I touched the key with my knuckle – and there it was, a spark as plain as day. I wrote it all down for you: https://example.org/philosophical-transactions/1752/kite-experiment-with-a-rather-long-address',
    { at: day(1, '09:04') },
  );
  fake.write(withBen, ada, 'Please stop doing that. 😱', { at: day(1, '09:20') });
  fake.write(withBen, ben, 'Too late. Same again on Sunday?', { at: day(0, '00:01') });
  fake.write(withBen, ada, 'I’ll bring the engine.', { at: day(0, '00:02') });
  return { fake, ada, ben, withBen, withMax, max, circle };
}

describe('the gallery', () => {
  it('signs in', async () => {
    const { fake } = town();
    const { page, context, faults } = await visit(fake, '/');
    await page.getByLabel('E-mail address').waitFor();
    await show(page, 'sign-in');
    fake.next('POST /api/v1/auth/otp', () => problem(429, 'rate_limited', { 'retry-after': '42' }));
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('Try again in 42 seconds').waitFor();
    await show(page, 'sign-in-too-often');
    await page.keyboard.press('Enter');
    const code = page.getByLabel('Six-digit code');
    await code.waitFor();
    await page.keyboard.type('123');
    await show(page, 'code');
    await page.keyboard.type('999');
    await page.getByText(/isn’t right/).waitFor();
    await show(page, 'code-wrong');
    await code.fill(CODE);
    await page.getByText('No conversations yet').waitFor();
    await show(page, 'empty');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows the list and conversations', async () => {
    const { fake, ada, withBen, ben, withMax, circle } = chatter();
    const { page, context, faults } = await visit(fake, '/', ada.id);
    await page.getByRole('link', { name: /Ben Franklin/ }).waitFor();
    await show(page, 'list');
    await page.getByRole('link', { name: /Ben Franklin/ }).click();
    await page.getByText('I’ll bring the engine.').last().waitFor();
    await page.getByRole('textbox').fill('It weighs\nfour tons, so');
    await show(page, 'conversation');
    await page.getByRole('textbox').fill('');
    fake.write(withBen, ben, 'Marvellous!');
    await page.getByText('Marvellous!').last().waitFor();
    await page.goto(`${origin}/c/${withMax.id}`);
    await page.getByRole('heading', { name: /Maximiliane/ }).waitFor();
    await show(page, 'long-names');
    await page.goto(`${origin}/c/${circle.id}`);
    await page.getByText('sandwiches').last().waitFor();
    await show(page, 'group');
    await page.goto(`${origin}/c/nobody-knows`);
    await page.getByText(/doesn’t exist/).waitFor();
    await show(page, 'not-found');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('starts a conversation and shows the profile', async () => {
    const { fake, ada } = chatter();
    const { page, context, faults } = await visit(fake, '/', ada.id);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('combobox').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    await show(page, 'search');
    await page.getByRole('combobox').fill('d');
    await page.getByText('1 person found').waitFor();
    await show(page, 'search-found');
    await page.getByRole('combobox').fill('zzz');
    await page.getByText('Nobody found').waitFor();
    await show(page, 'search-nobody');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'New conversation',
    );
    await page.getByRole('button', { name: 'Your profile' }).click();
    await page.getByLabel('Name').waitFor();
    await show(page, 'profile');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says what has failed', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await visit(fake, `/c/${withBen.id}`, ada.id);
    await page.getByText('I’ll bring the engine.').last().waitFor();
    fake.deaf = true;
    await page.getByRole('textbox').fill('Are you there?');
    await page.keyboard.press('Enter');
    await page.getByText('Sending').waitFor({ state: 'attached' });
    await show(page, 'sending');
    const { clientMessageId } = fake.frames.findLast(({ type }) => type === 'send') as {
      clientMessageId: string;
    };
    fake.next(`POST /api/v1/conversations/${withBen.id}/messages`, () => problem(422, 'refused'));
    fake.push({ type: 'error', code: 'refused', clientMessageId }, [ada.id]);
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    fake.socketsOpen = false;
    fake.dropSockets(1012);
    await page.getByText('Reconnecting…').first().waitFor({ state: 'attached' });
    await show(page, 'failed');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('does not move what one reads, whatever comes in above or below', async () => {
    const { fake, ada, people } = town();
    const [ben] = people;
    if (ben === undefined) throw new Error('nobody there');
    const talk = fake.talk([ada, ben]);
    for (let n = 1; n <= 120; n++)
      fake.write(talk, n % 3 === 0 ? ada : ben, `Message ${n}. ${'And so on. '.repeat(n % 7)}`);
    fake.read(talk, ada);
    const { page, context, faults } = await visit(fake, `/c/${talk.id}`, ada.id);
    const scroller = page.getByRole('group', { name: 'Messages' });
    const end = () => scroller.evaluate((element) => element.scrollTop);
    const line = (n: number) => scroller.getByText(new RegExp(`^Message ${n}\\.`));
    const top = async (n: number) => Math.floor((await line(n).boundingBox())?.y ?? Number.NaN);
    await line(120).waitFor();
    expect(await end()).toBe(0);

    // Up into the history: the next page comes in above.
    await line(95).scrollIntoViewIfNeeded();
    const before = await top(95);
    await line(61).waitFor({ state: 'attached' });
    expect(Math.abs((await top(95)) - before)).toBeLessThanOrEqual(1);

    // Others write: they come in below.
    fake.write(talk, ben, 'A new one below');
    fake.write(talk, ben, 'And one more');
    await page.getByRole('button', { name: '2 new messages' }).waitFor();
    expect(Math.abs((await top(95)) - before)).toBeLessThanOrEqual(1);
    await show(page, 'reading-further-up');

    // All the way up, by keyboard.
    await page.setViewportSize(DESKTOP);
    await scroller.focus();
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Home');
          return page.getByText('This is the beginning').count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);

    // And down again, where one stays when more arrives.
    await page.getByRole('button', { name: /new messages/ }).click();
    expect(await end()).toBe(0);
    fake.write(talk, ben, 'You are back!');
    await page.getByText('You are back!').last().waitFor();
    expect(await end()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});
