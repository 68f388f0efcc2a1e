import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, heading, said, stage } from '../../../test/page';

const page = stage();

const alerts = () =>
  [...document.querySelectorAll('[data-toasts] [role=alert]')].map((each) => each.textContent);
const alerted = (words: RegExp) =>
  waitFor(() => {
    expect(alerts()).toEqual([expect.stringMatching(words)]);
  });

async function atProfile() {
  const { ada } = page.people();
  page.open('/', ada);
  await heading('No conversations yet');
  click('Your profile');
  await screen.findByLabelText('Name');
}

/** An answer that comes once the test says so. */
function held() {
  let come: (response: Response) => void = () => undefined;
  const answer = new Promise<Response>((resolve) => (come = resolve));
  return { answer: () => answer, come };
}

describe('what fails where nothing is left to say so', () => {
  it('is said above the page when a dialog was closed meanwhile, and is gone when closed', async () => {
    await atProfile();
    const { answer, come } = held();
    page.fake.next('POST /api/v1/auth/logout', answer);
    click('Sign out');
    await waitFor(() => {
      expect(page.fake.requests).toContain('POST /api/v1/auth/logout');
    });
    fireEvent.click(screen.getByLabelText('Close'));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(alerts()).toEqual([]);

    come(Response.error());

    await alerted(/^You are still signed in. There is no connection/);
    await expectAccessible();
    click('Close');
    expect(alerts()).toEqual([]);
  });

  it('is said once where the dialog is still there', async () => {
    await atProfile();
    page.fake.next('PATCH /api/v1/users/me', () => problem(503, 'unavailable'));
    fill(screen.getByLabelText('Name'), 'Countess');
    click('Save');

    await screen.findByText(/can’t do this at the moment/);

    expect(alerts()).toEqual([]);
  });

  it('is said of notifications that the browser denies', async () => {
    vi.stubGlobal('Notification', { requestPermission: () => Promise.resolve('denied') });
    await atProfile();

    fireEvent.click(screen.getByLabelText('Notifications'));

    await alerted(/Your browser blocks notifications/);
  });

  it('is said of a message that was refused when another conversation is open, and leads to it', async () => {
    const { ada, ben, cleo } = page.people();
    const talk = page.fake.talk([ada, ben]);
    const other = page.fake.talk([ada, cleo]);
    page.fake.write(other, cleo, 'Kites!');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    page.fake.deaf = true;
    const { answer, come } = held();
    page.fake.next(`POST /api/v1/conversations/${talk.id}/messages`, answer);
    fill(await screen.findByLabelText('Write a message'), 'Soup?');
    click('Send');
    await waitFor(() => {
      expect(page.fake.frames.some(({ type }) => type === 'send')).toBe(true);
    });
    const { clientMessageId } = page.fake.frames.findLast(({ type }) => type === 'send') as {
      clientMessageId: string;
    };
    fireEvent.click(await screen.findByText('Cleo de Nile', { selector: 'a *' }));
    await heading('Cleo de Nile');

    act(() => {
      page.fake.push({ type: 'error', code: 'refused', clientMessageId }, [ada.id]);
    });
    come(problem(422, 'refused'));

    await alerted(/^A message to Ben Franklin was not sent\.$/);
    fireEvent.click(screen.getByText('A message to Ben Franklin was not sent.'));
    await heading('Ben Franklin');
    expect(await said()).toEqual([expect.stringMatching(/Soup\?.*Not sent/)]);
    expect(alerts()).toEqual([]);
  });

  it('is said of the end of a conversation that cannot be loaded', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    for (let n = 1; n <= 300; n++) page.fake.write(talk, ben, `message ${n}`);
    page.fake.read(talk, ada, 20);
    page.open(`/c/${talk.id}`, ada);
    await said();
    page.fake.next(`GET /api/v1/conversations/${talk.id}/messages`, () => problem(503, 'unavailable'));

    click(/new messages/);

    await alerted(/^Later messages could not be loaded\.$/);
  });
});

describe('what was said', () => {
  it('goes after 15 s, but not while one is at it', async () => {
    vi.stubGlobal('Notification', { requestPermission: () => Promise.resolve('denied') });
    await atProfile();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    fireEvent.click(screen.getByLabelText('Notifications'));
    await alerted(/blocks notifications/);
    const toast = screen.getByText(/blocks notifications/);
    fireEvent.pointerEnter(toast);
    act(() => {
      vi.advanceTimersByTime(60_000);
    });
    expect(alerts()).toHaveLength(1);

    fireEvent.pointerLeave(toast);
    act(() => {
      vi.advanceTimersByTime(15_000);
    });

    expect(alerts()).toEqual([]);
  });
});
