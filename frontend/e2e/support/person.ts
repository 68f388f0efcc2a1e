import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Scheme } from './browser';
import { openPage, watched } from './browser';
import { codeFor } from './inbox';
import { natter } from './settings';

/** A person with a browser of their own, who does what people do. */
export class Person {
  readonly email: string;

  private constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly faults: string[],
  ) {
    this.email = `${name.toLowerCase().replace(/\W+/g, '-')}@example.org`;
  }

  static async arrives(browser: Browser, name: string, options: { phone?: boolean; scheme?: Scheme } = {}) {
    const { context, page, faults } = await openPage(browser, {
      viewport: options.phone === true ? { width: 360, height: 740 } : { width: 1440, height: 900 },
      colorScheme: options.scheme ?? 'light',
    });
    return new Person(name, context, page, faults);
  }

  /** From the start page to the conversations, with a code from the mail: the how many-th to this address is said. */
  async signIn(path = '/', mails = 1) {
    await this.page.goto(natter() + path);
    await this.page.getByLabel('E-mail address').fill(this.email);
    await this.#askForCode();
    await this.page.getByLabel('Six-digit code').fill(await codeFor(this.email, mails));
    await this.page.getByRole('button', { name: 'Your profile' }).waitFor();
  }

  /** Within a minute of the last code the page says to wait, and the person asks again. */
  async #askForCode() {
    const code = this.page.getByLabel('Six-digit code');
    const tooSoon = this.page.getByText(/Try again in/);
    const asked = async () => {
      if (await code.isVisible()) return true;
      await this.page.getByLabel('E-mail address').press('Enter');
      await code.or(tooSoon).first().waitFor();
      return code.isVisible();
    };
    await expect.poll(asked, { timeout: 90_000, interval: 2_000 }).toBe(true);
  }

  async takeName() {
    await this.page.getByRole('button', { name: 'Your profile' }).click();
    await this.page.getByRole('textbox', { name: 'Name' }).fill(this.name);
    await this.page.getByRole('button', { name: 'Save' }).click();
    await this.page.getByText('Saved.').waitFor();
    await this.page.keyboard.press('Escape');
  }

  /** Finds a person and opens the conversation with them. */
  async startWith(query: string, name: string) {
    await this.page.getByRole('button', { name: 'New conversation' }).click();
    await this.page.getByRole('combobox').fill(query);
    await this.page.getByRole('option', { name }).click();
    await this.page.getByRole('heading', { name }).waitFor();
  }

  row(name: string): Locator {
    return this.page.getByRole('navigation').getByRole('link', { name });
  }

  async write(text: string) {
    await this.page.getByRole('textbox', { name: 'Write a message' }).fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** What the open conversation says, without names and times. */
  async history(page = this.page): Promise<string[]> {
    return page.locator('[aria-label="Messages"] li [data-text]').allTextContents();
  }

  async sees(expected: string[], page = this.page) {
    await expect.poll(() => this.history(page), { timeout: 30_000 }).toEqual(expected);
  }

  /** What the tick of a message says that is on its way: that it is sent, or, after a try that failed, that it waits. */
  unsent(): Locator {
    return this.page.getByText(/^(Sending|Waiting to be sent)$/);
  }

  /** Nothing of ours is still on its way. */
  async allSent() {
    await expect.poll(() => this.unsent().count(), { timeout: 30_000 }).toBe(0);
    expect(await this.page.getByText('Not sent.').count()).toBe(0);
  }

  async anotherTab(path: string): Promise<Page> {
    const page = await watched(await this.context.newPage(), this.faults);
    await page.goto(natter() + path);
    return page;
  }

  async signOut() {
    await this.page.getByRole('button', { name: 'Your profile' }).click();
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await this.page.getByLabel('E-mail address').waitFor();
  }

  async leave() {
    expect(this.faults).toEqual([]);
    await this.context.close();
  }
}
