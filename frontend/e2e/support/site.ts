import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { preview } from 'vite';
import { expect } from 'vitest';
import type { FakeNatter, Jar } from '../../test/fake/fake-natter';
import { STORE } from '../../test/fake/fake-images';
import { tokenIn } from '../../test/fake/token-in';
import { DESKTOP, PHONE, expectAccessible, inScheme, openPage, picture, thorough } from './browser';

/** The built app, served; every page that visits it has a fake server behind it. */
export class Site {
  readonly #preview: Awaited<ReturnType<typeof preview>>;
  readonly origin: string;

  private constructor(served: Awaited<ReturnType<typeof preview>>) {
    this.#preview = served;
    this.origin = `http://127.0.0.1:${(served.httpServer.address() as AddressInfo).port}`;
  }

  static async opened(): Promise<Site> {
    return new Site(
      await preview({
        root: new URL('../..', import.meta.url).pathname,
        logLevel: 'error',
        preview: { host: '127.0.0.1', port: 0, proxy: {} },
      }),
    );
  }

  close(): Promise<void> {
    return this.#preview.close();
  }

  /** Opens a page of its own browser profile, signed in as the user of an id if one is given. */
  async visit(browser: Browser, fake: FakeNatter, path: string, userId?: string) {
    const jar: Jar = { userId };
    const { page, context, faults } = await openPage(browser, {
      viewport: DESKTOP,
      // Calls must come by the fake server.
      serviceWorkers: 'block',
      ...(userId !== undefined && { storageState: this.#hasHad(userId) }),
    });
    await wire(page, fake, jar);
    await page.goto(this.origin + path);
    return { page, context, faults };
  }

  /** What a browser keeps in which a user has signed in before. */
  #hasHad(userId: string) {
    const localStorage = [{ name: 'natter.owner', value: userId }];
    return { cookies: [], origins: [{ origin: this.origin, localStorage }] };
  }
}

/** Puts the fake behind the page's calls and its socket. */
async function wire(page: Page, fake: FakeNatter, jar: Jar) {
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
  await page.route(`${STORE}/**`, async (route) => {
    const request = route.request();
    const body = request.postDataBuffer();
    const answer = await fake.images.handle(
      new Request(request.url(), {
        method: request.method(),
        headers: await request.allHeaders(),
        ...(body && { body: new Uint8Array(body) }),
      }),
    );
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
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
}

/** By day and by night: a colour is the same on both sizes, and what does not fit is so in both schemes. */
const ONE_EACH = [
  ['phone', PHONE, ['light']],
  ['desktop', DESKTOP, ['dark']],
] as const;
const ALL = [
  ['phone', PHONE, ['light', 'dark']],
  ['desktop', DESKTOP, ['light', 'dark']],
] as const;

/** Looks at one state, narrow and wide, by day and by night, and keeps a picture of each where these are asked for. */
export async function show(page: Page, name: string) {
  for (const [size, viewport, schemes] of thorough ? ALL : ONE_EACH) {
    await page.setViewportSize(viewport);
    for (const scheme of schemes) {
      await inScheme(page, scheme);
      await picture(page, `${name}-${size}-${scheme}`);
      await expectAccessible(page);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${name} scrolls sideways on a ${size}`).toBeLessThanOrEqual(0);
  }
}
