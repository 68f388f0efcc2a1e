import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, heading, rows, stage } from '../../../test/page';

const page = stage();

const REFRESH = 'POST /api/v1/auth/refresh';
const refreshes = () => page.fake.requests.filter((call) => call === REFRESH).length;

describe('where no user has signed in before', () => {
  it('no session is asked for: the server would answer 401, and the browser log it', async () => {
    page.open('/');

    await screen.findByLabelText('E-mail address');
    expect(page.fake.requests).toEqual([]);
  });

  it('it is asked at the first touch, as what the page kept may be forgotten and the cookie not', async () => {
    const { ada, ben } = page.people();
    const talk = page.fake.talk([ada, ben]);
    page.jar.userId = ada.id;
    page.open(`/c/${talk.id}`);
    const field = await screen.findByLabelText('E-mail address');

    fireEvent.keyDown(field, { key: 'a' });

    await heading('Ben Franklin');
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(refreshes()).toBe(1);
  });

  it('it is known when a user has, until they sign out', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    page.reload();
    await heading('No conversations yet');
    expect(refreshes()).toBe(2);

    click('Your profile');
    await screen.findByLabelText('Name');
    click('Sign out');
    await screen.findByLabelText('E-mail address');
    page.reload();

    await screen.findByLabelText('E-mail address');
    expect(refreshes()).toBe(2);
  });

  it('a cookie that is gone leads to the way in, and leaves nothing behind', async () => {
    const { ada } = page.people();
    page.knows(ada);
    page.jar.userId = undefined;

    page.open('/');

    await screen.findByLabelText('E-mail address');
    await waitFor(() => {
      expect(Object.keys(localStorage)).not.toContain('natter.owner');
    });
    expect(refreshes()).toBe(1);
    expect(screen.queryByText(/signed out/)).toBeNull();
  });
});

describe('the session', () => {
  it('survives a reload', async () => {
    const { ada, ben } = page.people();
    page.fake.talk([ada, ben]);
    page.open('/', ada);
    await rows();

    page.reload();

    expect((await rows())[0]).toMatch(/Ben Franklin/);
  });

  it('renews a refused token once and repeats the call', async () => {
    const { ada, ben } = page.people();
    page.fake.talk([ada, ben]);
    page.fake.next('GET /api/v1/conversations', () => problem(401, 'unauthenticated'));

    page.open('/', ada);

    expect((await rows())[0]).toMatch(/Ben Franklin/);
    expect(page.fake.requests.filter((call) => call === REFRESH)).toHaveLength(2);
  });

  it('ends when it was ended elsewhere, and says so', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    await page.connected();

    act(() => {
      page.fake.push({ type: 'signed-out' }, [ada.id]);
    });

    await screen.findByText('You were signed out. Sign in to go on.');
  });

  it('renews the token when the server closes for want of one, and connects again', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    await page.connected();

    act(() => {
      page.fake.dropSockets(4401);
    });

    await page.connected();
    expect(page.fake.requests.filter((call) => call === REFRESH)).toHaveLength(2);
  });

  it('goes to the sign-in page when the server closes and there is no session any more', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    await page.connected();
    page.jar.userId = undefined;

    act(() => {
      page.fake.dropSockets(4401);
    });

    await screen.findByText('You were signed out. Sign in to go on.');
  });
});
