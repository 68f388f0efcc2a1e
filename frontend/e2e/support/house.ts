import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { FakeNatter } from '../../test/fake/fake-natter';
import { launch } from './browser';
import { Site } from './site';

/** The built app and a browser, open for as long as the tests of one file run. */
export class House {
  #browser: Browser | undefined;
  #site: Site | undefined;

  constructor() {
    beforeAll(async () => {
      [this.#site, this.#browser] = await Promise.all([Site.opened(), launch()]);
    });
    afterAll(async () => {
      await this.#browser?.close();
      await this.#site?.close();
    });
  }

  get browser(): Browser {
    if (this.#browser === undefined) throw new Error('the tests have not begun');
    return this.#browser;
  }

  get site(): Site {
    if (this.#site === undefined) throw new Error('the tests have not begun');
    return this.#site;
  }

  /** Opens a page of its own browser profile, signed in as the user of an id if one is given. */
  visit(fake: FakeNatter, path: string, userId?: string) {
    return this.site.visit(this.browser, fake, path, userId);
  }
}
