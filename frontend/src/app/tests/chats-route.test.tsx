import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, heading, rows, stage } from '../../../test/page';
import { watched } from '../../../test/sight';

const page = stage();

/** Ada, and 45 conversations, of which 30 come at once. */
function moreThanAPage() {
  const { ada } = page.people();
  for (let n = 1; n <= 45; n++) {
    const friend = page.fake.person(`Friend ${n}`, `f${n}@example.org`);
    const talk = page.fake.talk([ada, friend]);
    page.fake.write(talk, friend, 'Hello', { at: new Date(Date.UTC(2024, 0, 1, 0, n)).toISOString() });
  }
  page.fake.listPage = 30;
  return ada;
}

describe('the conversations', () => {
  it('stand with the latest on top, who said what last, when, and how much is unread', async () => {
    const { ada, ben, cleo } = page.people();
    const withBen = page.fake.talk([ada, ben]);
    const withCleo = page.fake.talk([ada, cleo]);
    page.fake.write(withCleo, cleo, 'Nile?', { at: '2024-03-01T08:00:00.000Z' });
    page.fake.write(withBen, ben, 'Kites!', { at: '2024-03-02T08:00:00.000Z' });
    page.fake.write(withBen, ben, 'Now?', { at: '2024-03-03T08:00:00.000Z' });

    page.open('/', ada);

    const [first, second] = await rows();
    expect(first).toMatch(/Ben Franklin.*Now\?.*2 unread messages/);
    expect(second).toMatch(/Cleo de Nile.*Nile\?.*1 unread message/);
    expect(document.title).toBe('(2) Natter');
    const [time] = document.getElementsByTagName('time');
    expect(time?.dateTime).toBe('2024-03-03T08:00:00.000Z');
    expect(time?.title).toMatch(/2024/);
    await expectAccessible();
  });

  it('move up and count as messages arrive, each once however often it is pushed', async () => {
    const { ada, ben, cleo } = page.people();
    const withBen = page.fake.talk([ada, ben]);
    const withCleo = page.fake.talk([ada, cleo]);
    page.fake.write(withBen, ben, 'first', { at: '2024-03-01T08:00:00.000Z' });
    page.fake.write(withCleo, cleo, 'second', { at: '2024-03-02T08:00:00.000Z' });
    page.open('/', ada);
    await page.connected();
    expect((await rows())[0]).toMatch(/Cleo/);

    act(() => {
      const message = page.fake.write(withBen, ben, 'third');
      page.fake.push({ type: 'message', message }, [ada.id]);
    });

    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/third.*2 unread messages/);
    });
    expect(screen.getByText('New message from Ben Franklin')).toBeDefined();
  });

  it('shows a conversation that another user has begun', async () => {
    const { ada, ben } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    await page.connected();

    const talk = page.fake.talk([ada, ben]);
    act(() => {
      page.fake.push({ type: 'conversation', conversation: page.fake.view(talk, ada.id) }, [ada.id]);
    });

    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/Ben Franklin.*No messages yet/);
    });
  });

  it('begins one with a person found by name', async () => {
    const { ada } = page.people();
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
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('New conversation');
    const field = await screen.findByPlaceholderText('Name or e-mail address');

    fill(field, 'a');
    fill(field, 'ad');
    fill(field, 'ada');

    await screen.findByText('No one found for “ada”.');
    expect(page.fake.requests.filter((call) => call === 'GET /api/v1/users')).toHaveLength(1);
    fill(field, 'cleo@example.org');
    await screen.findByText('1 person found');
    await expectAccessible();
  });

  it('can be tried again when they could not be loaded', async () => {
    const { ada, ben } = page.people();
    page.fake.talk([ada, ben]);
    page.fake.next('GET /api/v1/conversations', () => problem(403, 'forbidden'));
    page.fake.socketsOpen = false;
    page.open('/', ada);

    await screen.findByText('Your conversations could not be loaded.');
    await expectAccessible();
    click('Try again');

    expect((await rows())[0]).toMatch(/Ben Franklin/);
  });

  it('follows when a user takes another name', async () => {
    const { ada, ben } = page.people();
    page.fake.talk([ada, ben]);
    page.open('/', ada);
    await rows();
    await page.connected();

    act(() => {
      page.fake.rename(ben, 'Benjamin');
    });

    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/^Benjamin/);
    });
  });

  it('says so, quietly, when the connection is gone, and fetches what was missed when it is back', async () => {
    const { ada, ben } = page.people();
    const talk = page.fake.talk([ada, ben]);
    page.open('/', ada);
    await rows();
    await page.connected();

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

describe('looking for a conversation', () => {
  it('narrows the list as one types, says how many are left, and gives it back', async () => {
    const { ada, ben, cleo } = page.people();
    page.fake.talk([ada, ben]);
    page.fake.write(page.fake.talk([ada, cleo]), cleo, 'Pyramids?');
    page.open('/', ada);
    expect(await rows()).toHaveLength(2);
    const field = screen.getByLabelText('Search conversations');

    fill(field, 'pyr');
    expect(await rows()).toEqual([expect.stringMatching(/^Cleo de Nile/)]);
    await screen.findByText('1 conversation found');
    await expectAccessible();

    fill(field, 'zebra');
    await heading('No conversation with “zebra”');

    fireEvent.keyDown(field, { key: 'Escape' });
    expect(await rows()).toHaveLength(2);
  });

  it('looks through those that are not loaded yet, too', async () => {
    const sight = watched();
    page.open('/', moreThanAPage());
    await rows();

    fill(screen.getByLabelText('Search conversations'), 'friend 3');
    sight.reach();

    await waitFor(async () => {
      expect((await rows()).map((row) => /Friend \d+/.exec(row)?.[0])).toContain('Friend 3');
    });
    await screen.findByText('11 conversations found');
  });

  it('load further ones again by themselves when that fails for now, and not for ever', async () => {
    const sight = watched();
    page.open('/', moreThanAPage());
    await rows();
    const LIST = 'GET /api/v1/conversations';
    const failFor = (times: number) => {
      if (times === 0) return;
      page.fake.next(LIST, () => {
        failFor(times - 1);
        return problem(503, 'unavailable', { 'retry-after': '0' });
      });
    };
    const asked = () => page.fake.requests.filter((call) => call === LIST).length;
    const before = asked();
    failFor(4);

    sight.reach();
    await screen.findByText('More conversations could not be loaded.');
    expect(asked() - before).toBe(4);

    failFor(3);
    click('Try again');
    fill(screen.getByLabelText('Search conversations'), 'friend 3');
    await screen.findByText('11 conversations found');
    // One of them for the archive, which is looked through, too.
    expect(asked() - before).toBe(9);
  });

  it('say when further ones could not be loaded, and load them when asked to', async () => {
    const sight = watched();
    page.open('/', moreThanAPage());
    await rows();
    page.fake.next('GET /api/v1/conversations', () => problem(403, 'forbidden'));

    sight.reach();
    await screen.findByText('More conversations could not be loaded.');
    // Not by itself, over and over, for as long as one looks at the end.
    expect(sight.watching).toBe(false);
    await expectAccessible();

    click('Try again');
    fill(screen.getByLabelText('Search conversations'), 'friend 3');
    await screen.findByText('11 conversations found');
    expect(screen.queryByText('More conversations could not be loaded.')).toBeNull();
  });
});
