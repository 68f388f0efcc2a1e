import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '../../test/fake/fake-natter';
import { heading, rows, stage } from '../../test/page';

const page = stage();

const REFRESH = 'POST /api/v1/auth/refresh';

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
