import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../test/fake/fake-natter';
import { click, expectAccessible, fill, heading, stage } from '../../test/page';

const page = stage();

const REFRESH = 'POST /api/v1/auth/refresh';

/** The list's entries, from top to bottom, as they read. */
const rows = async () =>
  [...(await screen.findByLabelText('Conversations', { selector: 'nav' })).getElementsByTagName('a')].map(
    (link) => link.textContent,
  );

const connected = () =>
  waitFor(() => {
    expect(page.fake.connections).toBe(1);
  });

function people() {
  return {
    ada: page.fake.person('Ada Lovelace'),
    ben: page.fake.person('Ben Franklin'),
    cleo: page.fake.person('Cleo de Nile'),
  };
}

describe('the conversations', () => {
  it('stand with the latest on top, who said what last, when, and how much is unread', async () => {
    const { ada, ben, cleo } = people();
    const withBen = page.fake.talk([ada, ben]);
    const withCleo = page.fake.talk([ada, cleo]);
    page.fake.write(withCleo, cleo, 'Nile?', { at: '2024-03-01T08:00:00.000Z' });
    page.fake.write(withBen, ben, 'Kites!', { at: '2024-03-02T08:00:00.000Z' });
    page.fake.write(withBen, ben, 'Now?', { at: '2024-03-03T08:00:00.000Z' });

    page.open('/', ada);

    const [first, second] = await rows();
    expect(first).toMatch(/Ben Franklin.*Ben: Now\?.*2 unread messages/);
    expect(second).toMatch(/Cleo de Nile.*Cleo: Nile\?.*1 unread message/);
    expect(document.title).toBe('(2) Natter');
    const [time] = document.getElementsByTagName('time');
    expect(time?.dateTime).toBe('2024-03-03T08:00:00.000Z');
    expect(time?.title).toMatch(/2024/);
    await expectAccessible();
  });

  it('move up and count as messages arrive, each once however often it is pushed', async () => {
    const { ada, ben, cleo } = people();
    const withBen = page.fake.talk([ada, ben]);
    const withCleo = page.fake.talk([ada, cleo]);
    page.fake.write(withBen, ben, 'first', { at: '2024-03-01T08:00:00.000Z' });
    page.fake.write(withCleo, cleo, 'second', { at: '2024-03-02T08:00:00.000Z' });
    page.open('/', ada);
    await connected();
    expect((await rows())[0]).toMatch(/Cleo/);

    act(() => {
      const message = page.fake.write(withBen, ben, 'third');
      page.fake.push({ type: 'message', message }, [ada.id]);
    });

    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/Ben: third.*2 unread messages/);
    });
    expect(screen.getByText('New message from Ben Franklin')).toBeDefined();
  });

  it('shows a conversation that somebody else has begun', async () => {
    const { ada, ben } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    await connected();

    const talk = page.fake.talk([ada, ben]);
    act(() => {
      page.fake.push({ type: 'conversation', conversation: page.fake.view(talk, ada.id) }, [ada.id]);
    });

    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/Ben Franklin.*No messages yet/);
    });
  });

  it('begins one with a person found by name', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('New conversation');
    const field = await screen.findByPlaceholderText('Name or e-mail address');
    await waitFor(() => {
      expect(document.activeElement).toBe(field);
    });

    fill(field, 'be');
    fireEvent.click(await screen.findByText('Ben Franklin', { selector: '[role=option] *' }));

    await heading('Ben Franklin');
    expect(location.pathname).toMatch(/^\/c\//);
    expect((await rows())[0]).toMatch(/Ben Franklin/);
  });

  it('searches once typing pauses, says how many were found, and never offers oneself', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('New conversation');
    const field = await screen.findByPlaceholderText('Name or e-mail address');

    fill(field, 'a');
    fill(field, 'ad');
    fill(field, 'ada');

    await screen.findByText('Nobody found for “ada”.');
    expect(page.fake.requests.filter((call) => call === 'GET /api/v1/users')).toHaveLength(1);
    fill(field, 'cleo@example.org');
    await screen.findByText('1 person found');
    await expectAccessible();
  });

  it('can be tried again when they could not be loaded', async () => {
    const { ada, ben } = people();
    page.fake.talk([ada, ben]);
    page.fake.next('GET /api/v1/conversations', () => problem(403, 'forbidden'));
    page.fake.socketsOpen = false;
    page.open('/', ada);

    await screen.findByText('Your conversations could not be loaded.');
    await expectAccessible();
    click('Try again');

    expect((await rows())[0]).toMatch(/Ben Franklin/);
  });

  it('follows when somebody takes another name', async () => {
    const { ada, ben } = people();
    page.fake.talk([ada, ben]);
    page.open('/', ada);
    await rows();
    await connected();

    act(() => {
      page.fake.rename(ben, 'Benjamin');
    });

    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/^Benjamin/);
    });
  });

  it('says so, quietly, when the connection is gone, and fetches what was missed when it is back', async () => {
    const { ada, ben } = people();
    const talk = page.fake.talk([ada, ben]);
    page.open('/', ada);
    await rows();
    await connected();

    page.fake.socketsOpen = false;
    act(() => {
      page.fake.dropSockets(1012);
    });
    page.fake.write(talk, ben, 'while you were away', { lost: true });
    await screen.findByText('Reconnecting…');

    page.fake.socketsOpen = true;
    act(() => {
      dispatchEvent(new Event('online'));
    });
    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/while you were away/);
      expect(screen.queryByText('Reconnecting…')).toBeNull();
    });
  });
});

describe('the profile', () => {
  it('takes a new name and shows it', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    const field = await screen.findByLabelText<HTMLInputElement>('Name');
    expect(field.value).toBe('Ada Lovelace');
    await expectAccessible();

    fill(field, '  Countess  ');
    click('Save');

    await screen.findByText('Saved.');
    expect(field.value).toBe('Countess');
    expect(page.fake.users.get(ada.id)?.name).toBe('Countess');
  });

  it('does not take an empty or overlong name', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    const field = await screen.findByLabelText('Name');

    for (const name of ['   ', 'x'.repeat(51)]) {
      fill(field, name);
      await screen.findByText('A name has 1 to 50 characters.');
      fireEvent.submit(field);
    }

    expect(page.fake.requests).not.toContain('PATCH /api/v1/users/me');
  });

  it('looks and speaks as one chooses, and remembers it', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');

    fireEvent.change(await screen.findByLabelText('Colours'), { target: { value: 'dark' } });
    expect(document.documentElement.dataset['scheme']).toBe('dark');
    fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'hi' } });
    await heading('अभी कोई बातचीत नहीं');
    expect(document.documentElement.lang).toBe('hi');
    await expectAccessible();

    page.reload();
    await heading('अभी कोई बातचीत नहीं');
    expect(document.documentElement.dataset['scheme']).toBe('dark');
  });

  it('shows where one is signed in, and ends what should not be', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    await screen.findByText('Firefox on Linux');
    await screen.findByText('This device');

    click('Sign out Safari on iPhone');

    await waitFor(() => {
      expect(screen.queryByText('Safari on iPhone')).toBeNull();
    });
    expect(page.fake.sessions).toMatchObject([{ current: true }]);
  });

  it('asks for notifications only when one wants them', async () => {
    const { ada } = people();
    const requestPermission = vi.fn(() => Promise.resolve('denied'));
    vi.stubGlobal('Notification', { requestPermission });
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    const notices = await screen.findByLabelText<HTMLInputElement>('Notifications');
    expect(requestPermission).not.toHaveBeenCalled();

    fireEvent.click(notices);

    await waitFor(() => {
      expect(requestPermission).toHaveBeenCalledTimes(1);
    });
    expect(notices.checked).toBe(false);
  });

  it('signs out', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    await connected();
    click('Your profile');
    await screen.findByLabelText('Name');

    click('Sign out');

    await screen.findByLabelText('E-mail address');
    expect(page.jar.userId).toBeUndefined();
    await waitFor(() => {
      expect(page.fake.connections).toBe(0);
    });
  });

  it('stays signed in, and says so, when signing out did not reach the server', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    await screen.findByLabelText('Name');
    page.fake.next('POST /api/v1/auth/logout', () => Response.error());

    click('Sign out');

    await screen.findByText(/no connection to Natter/);
    expect(page.jar.userId).toBe(ada.id);
  });
});

describe('the session', () => {
  it('survives a reload', async () => {
    const { ada, ben } = people();
    page.fake.talk([ada, ben]);
    page.open('/', ada);
    await rows();

    page.reload();

    expect((await rows())[0]).toMatch(/Ben Franklin/);
  });

  it('renews a refused token once and repeats the call', async () => {
    const { ada, ben } = people();
    page.fake.talk([ada, ben]);
    page.fake.next('GET /api/v1/conversations', () => problem(401, 'unauthenticated'));

    page.open('/', ada);

    expect((await rows())[0]).toMatch(/Ben Franklin/);
    expect(page.fake.requests.filter((call) => call === REFRESH)).toHaveLength(2);
  });

  it('ends when it was ended elsewhere, and says so', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    await connected();

    act(() => {
      page.fake.push({ type: 'signed-out' }, [ada.id]);
    });

    await screen.findByText('You were signed out. Sign in to go on.');
  });

  it('renews the token when the server closes for want of one, and connects again', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    await connected();

    act(() => {
      page.fake.dropSockets(4401);
    });

    await connected();
    expect(page.fake.requests.filter((call) => call === REFRESH)).toHaveLength(2);
  });

  it('goes to the sign-in page when the server closes and there is no session any more', async () => {
    const { ada } = people();
    page.open('/', ada);
    await heading('No conversations yet');
    await connected();
    page.jar.userId = undefined;

    act(() => {
      page.fake.dropSockets(4401);
    });

    await screen.findByText('You were signed out. Sign in to go on.');
  });
});
