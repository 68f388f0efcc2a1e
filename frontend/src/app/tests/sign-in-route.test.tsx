import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CODE, problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, heading, stage } from '../../../test/page';

const page = stage();

const OTP = 'POST /api/v1/auth/otp';
const VERIFY = 'POST /api/v1/auth/otp/verify';

const emailField = () => screen.findByLabelText<HTMLInputElement>('E-mail address');
const codeField = () => screen.findByLabelText<HTMLInputElement>('Six-digit code');
const challenge = (resendAfterSeconds: number) =>
  Response.json({ challengeId: 'ch', expiresInSeconds: 300, resendAfterSeconds }, { status: 202 });

async function askForCode(email = 'ada@example.org') {
  fill(await emailField(), email);
  click('Mail me a code');
}

async function enterCode(code: string) {
  fill(await codeField(), code);
}

describe('signing in', () => {
  it('goes from the address over the code to the conversations', async () => {
    page.open('/');
    await emailField();
    await expectAccessible();

    await askForCode();
    await waitFor(async () => {
      expect(document.activeElement).toBe(await codeField());
    });
    await expectAccessible();

    await enterCode(CODE);
    await heading('No conversations yet');
    expect(location.pathname).toBe('/');
  });

  it('goes on to the conversation one had asked for', async () => {
    const ada = page.fake.person('Ada Lovelace');
    const talk = page.fake.talk([ada, page.fake.person('Ben')]);
    page.open(`/c/${talk.id}`);

    await askForCode(ada.email);
    await enterCode(CODE);

    await heading('Ben');
    expect(location.pathname).toBe(`/c/${talk.id}`);
  });

  it('offers one numeric field that takes a pasted code with whatever stands around it', async () => {
    page.open('/');
    await askForCode();
    const field = await codeField();
    expect([field.autocomplete, field.inputMode]).toEqual(['one-time-code', 'numeric']);

    await enterCode(` Your code: ${CODE.slice(0, 3)}-${CODE.slice(3)} `);

    await heading('No conversations yet');
  });

  it.each([
    [problem(401, 'otp_invalid'), /isn’t right, or no longer good/],
    [problem(429, 'otp_locked'), /Too many wrong tries/],
  ])('says what is wrong with a code (%#) and lets one try again', async (answer, words) => {
    page.open('/');
    await askForCode();
    page.fake.next(VERIFY, () => answer);

    await enterCode('999999');

    expect((await screen.findByText(words)).getAttribute('role')).toBe('alert');
    const field = await codeField();
    await waitFor(() => {
      expect(field.value).toBe('');
    });
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await enterCode(CODE);
    await heading('No conversations yet');
  });

  it.each([
    [problem(429, 'rate_limited', { 'retry-after': '300' }), /too often. Try again in 5 minutes/],
    [
      problem(503, 'unavailable', { 'retry-after': '5' }),
      /can’t do this at the moment. Try again in 5 seconds/,
    ],
    [Response.error(), /no connection to Natter/],
  ])('keeps a code that the server has not judged (%#), to be sent again', async (answer, words) => {
    page.open('/');
    await askForCode();
    page.fake.next(VERIFY, () => answer);

    await enterCode(CODE);
    await screen.findByText(words);

    expect((await codeField()).value).toBe(CODE);
    click('Sign in');
    await heading('No conversations yet');
  });

  it('takes the code of an earlier mail while that is good, also after one has gone back', async () => {
    const good: string[] = [];
    const issue = (challengeId: string) => () => {
      good.push(challengeId);
      return Response.json({ challengeId, expiresInSeconds: 300, resendAfterSeconds: 0 }, { status: 202 });
    };
    page.open('/');
    page.fake.next(OTP, issue('first'));
    await askForCode();
    await codeField();
    page.fake.next(OTP, issue('second'));
    fireEvent.click(await screen.findByText('Send a new code'));
    await screen.findByText(/A new code is on its way/);
    click('Use another address');
    page.fake.next(OTP, issue('third'));
    await askForCode();
    await codeField();
    page.reload();
    const asked: unknown[] = [];
    page.fake.judge = (challengeId) => {
      asked.push(challengeId);
      return challengeId === 'first';
    };

    await enterCode(CODE);

    await heading('No conversations yet');
    expect(asked).toEqual([...good].reverse());
  });

  it('says that a code is wrong when no challenge takes it, also while the latest is locked', async () => {
    page.open('/');
    page.fake.next(OTP, () => challenge(0));
    await askForCode();
    fireEvent.click(await screen.findByText('Send a new code'));
    await screen.findByText(/A new code is on its way/);
    page.fake.next(VERIFY, () => problem(429, 'otp_locked'));

    await enterCode('999999');

    await screen.findByText(/isn’t right, or no longer good/);
  });

  it('counts down by a clock that cannot be set back', async () => {
    page.open('/');
    await askForCode();
    await codeField();

    const now = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000);

    // It has gone on, from 1:00.
    await screen.findByText(/Send a new code in 0:5\d$/);
  });

  it.each([
    [problem(429, 'rate_limited', { 'retry-after': '42' }), /Try again in 42 seconds/],
    [problem(503, 'unavailable'), /can’t do this at the moment/],
    [problem(400, 'invalid'), /Enter an e-mail address/],
    [Response.error(), /no connection to Natter/],
  ])('says why no code was sent (%#)', async (answer, words) => {
    page.open('/');
    page.fake.next(OTP, () => answer);

    await askForCode();

    await screen.findByText(words);
    expect((await emailField()).value).toBe('ada@example.org');
  });

  it('asks for an address that looks like one before it asks the server', async () => {
    page.open('/');

    await askForCode('ada');

    await screen.findByText(/Enter an e-mail address/);
    await expectAccessible();
    expect(page.fake.requests).not.toContain(OTP);
  });

  it('sends another code, but not before its time', async () => {
    page.open('/');
    await askForCode();
    click((await screen.findByText(/Send a new code in (1:00|0:\d\d)/)).textContent);
    expect(page.fake.requests.filter((call) => call === OTP)).toHaveLength(1);

    click('Use another address');
    expect((await emailField()).value).toBe('ada@example.org');
    page.fake.next(OTP, () => challenge(0));
    click('Mail me a code');
    fireEvent.click(await screen.findByText('Send a new code'));

    await screen.findByText(/A new code is on its way/);
  });

  it('still waits for the code when one comes back from the mail to a reloaded page', async () => {
    page.open('/');
    await askForCode();
    await codeField();

    page.reload();

    await screen.findByText(/We sent a six-digit code to ada@example.org/);
  });

  it('goes on trying while the server is away at the start', async () => {
    page.fake.next('POST /api/v1/auth/refresh', () => problem(503, 'unavailable'));
    page.knows(page.people().ada);
    page.jar.userId = undefined;
    page.open('/sign-in');

    await screen.findByText(/can’t be reached at the moment/);
    await emailField();
  });

  it('leaves who is new here at the form when the server is away', async () => {
    page.fake.next('POST /api/v1/auth/refresh', () => problem(503, 'unavailable'));
    page.open('/');
    const field = await screen.findByLabelText('E-mail address');

    fireEvent.keyDown(field, { key: 'a' });

    await waitFor(() => {
      expect(page.fake.requests).toEqual(['POST /api/v1/auth/refresh', 'POST /api/v1/auth/refresh']);
    });
    expect(field.isConnected).toBe(true);
  });
});
