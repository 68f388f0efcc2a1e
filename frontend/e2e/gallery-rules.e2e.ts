import { describe, expect, it } from 'vitest';
import { CODE, problem } from '../test/fake/answers';
import { DESKTOP, PHONE } from './support/browser';
import { House } from './support/house';
import { show } from './support/site';
import { chatter, town } from './support/town';

/** Rules that only a browser can tell of. */

const house = new House();
const VERIFY = 'POST /api/v1/auth/otp/verify';

describe('signing in', () => {
  it('has words for a code that is wrong, locked or expired, and takes a right one after each', async () => {
    const { fake } = town();
    const { page, context, faults } = await house.visit(fake, '/');
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.keyboard.press('Enter');
    const code = page.getByLabel('Six-digit code');

    await code.fill('999999');
    await page.getByRole('alert').getByText('isn’t right').waitFor();
    fake.next(VERIFY, () => problem(429, 'otp_locked'));
    await code.fill(CODE);
    await page.getByRole('alert').getByText('Too many wrong tries').waitFor();
    await show(page, 'code-locked');
    // What the server says of one that is past its time is what it says of a wrong one.
    fake.next(VERIFY, () => problem(401, 'otp_invalid'));
    await code.fill(CODE);
    await page.getByRole('alert').getByText('no longer good').waitFor();

    await code.fill(CODE);
    await page.getByText('No conversations yet').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('leaves an address as it was typed, with a domain that IDNA 2003 would change', async () => {
    const { fake } = town();
    const { page, context, faults } = await house.visit(fake, '/');

    await page.getByLabel('E-mail address').pressSequentially('ada@straße.example');

    expect(await page.getByLabel('E-mail address').inputValue()).toBe('ada@straße.example');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the sections', () => {
  it('stand beside each other on a desktop, and one at a time on a phone', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    const list = page.getByRole('navigation', { name: 'Conversations' });
    const talk = page.getByRole('group', { name: 'Messages' });

    await page.setViewportSize(DESKTOP);
    await talk.waitFor();
    await list.waitFor();
    const left = await list.boundingBox();
    const right = await talk.boundingBox();
    expect((left?.x ?? 0) + (left?.width ?? Infinity)).toBeLessThanOrEqual(right?.x ?? 0);

    await page.setViewportSize(PHONE);
    await list.waitFor({ state: 'hidden' });
    expect((await talk.boundingBox())?.width).toBe(PHONE.width);
    await page.getByRole('link', { name: /back/i }).click();
    await talk.waitFor({ state: 'hidden' });
    await list.waitFor();
    expect((await list.boundingBox())?.width).toBe(PHONE.width);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the content security policy', () => {
  it('allows nothing inline, needs nothing inline, and is kept', async () => {
    const { fake, ada } = chatter();
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.getByRole('link', { name: /Ben Franklin/ }).waitFor();
    const source = await (await fetch(`${house.site.origin}/`)).text();
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    expect(policy).toContain("script-src 'self'; style-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(source).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=/);
    expect(faults).toEqual([]);

    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid }';
      document.head.append(script, style);
      return [document.title, getComputedStyle(document.body).outlineWidth];
    });

    expect(ran).not.toContain('taken over');
    expect(ran).not.toContain('7px');
    await expect.poll(() => faults.join()).toMatch(/script-src.*style-src/s);
    await context.close();
  });
});

describe('a page that is left', () => {
  it('has kept what it had just shown', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    const line = page.getByRole('group', { name: 'Messages' }).getByText('Please stop doing that.');
    await line.waitFor();
    const never = new Promise<Response>(() => undefined);
    fake.next(`GET /api/v1/conversations/${withBen.id}/messages`, () => never);

    await page.reload();

    await line.waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
