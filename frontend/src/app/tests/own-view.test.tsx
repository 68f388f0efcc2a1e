import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, heading, rows, stage } from '../../../test/page';

const page = stage();

/** Ada, who last talked with Ben, before that with Cleo, and first with Dora. */
async function threeTalks(path = '/') {
  const { ada, ben, cleo } = page.people();
  const dora = page.fake.person('Dora');
  const [withDora, withCleo, withBen] = [dora, cleo, ben].map((each, at) => {
    const talk = page.fake.talk([ada, each]);
    page.fake.write(talk, each, `hello ${at}`, { at: `2024-03-0${at + 1}T08:00:00.000Z` });
    page.fake.read(talk, ada);
    return talk;
  });
  if (withDora === undefined || withCleo === undefined || withBen === undefined) throw new Error('none');
  page.open(path, ada);
  await rows();
  await page.connected();
  return { ada, ben, cleo, dora, withBen, withCleo, withDora };
}

const names = async () => (await rows()).map((row) => /Ben|Cleo|Dora/.exec(row)?.[0]);
const mine = (id: string) => `PATCH /api/v1/conversations/${id}/mine`;

async function choose(name: string, choice: string) {
  click(`Options for ${name}`);
  fireEvent.click(await screen.findByText(choice, { selector: '[role=menuitem] *' }));
}

describe('a conversation in the list', () => {
  it('is pinned on top of what is newer, and stays there after a reload', async () => {
    const { withDora, ada } = await threeTalks();

    click('Options for Dora');
    await screen.findByText('Pin');
    await expectAccessible();
    fireEvent.click(screen.getByText('Pin'));

    expect(await names()).toEqual(['Dora', 'Ben', 'Cleo']);
    expect((await rows())[0]).toMatch(/Pinned/);
    await waitFor(() => {
      expect(page.fake.mine(withDora, ada.id).pinned).toBe(true);
    });
    page.reload();
    await waitFor(async () => {
      expect(await names()).toEqual(['Dora', 'Ben', 'Cleo']);
    });
    await choose('Dora', 'Unpin');
    expect(await names()).toEqual(['Ben', 'Cleo', 'Dora']);
  });

  it('follows what is done to it on another device', async () => {
    const { withDora, withCleo, ada } = await threeTalks();

    act(() => {
      page.fake.see(withDora, ada, { pinned: true });
      page.fake.see(withCleo, ada, { archived: true });
    });

    await waitFor(async () => {
      expect(await names()).toEqual(['Dora', 'Ben']);
    });
  });

  it('is as it was when a change fails, which is said', async () => {
    const { withDora } = await threeTalks();
    page.fake.next(mine(withDora.id), () => problem(503, 'unavailable'));

    await choose('Dora', 'Pin');

    await screen.findByText(/^The change was not saved\./);
    expect(await names()).toEqual(['Ben', 'Cleo', 'Dora']);
    page.fake.next(mine(withDora.id), () => problem(422, 'too_many_pinned'));
    await choose('Dora', 'Pin');
    await screen.findByText(/pinned as many conversations as you can/);
    expect(await names()).toEqual(['Ben', 'Cleo', 'Dora']);
  });

  it('keeps a later change when an earlier one fails', async () => {
    const { withDora, ada } = await threeTalks();
    let fail: (answer: Response) => void = () => undefined;
    page.fake.next(mine(withDora.id), () => new Promise<Response>((resolve) => (fail = resolve)));

    await choose('Dora', 'Pin');
    await choose('Dora', 'Mark as unread');
    await act(async () => {
      fail(problem(503, 'unavailable'));
      await Promise.resolve();
    });

    await screen.findByText(/^The change was not saved\./);
    expect(await names()).toEqual(['Ben', 'Cleo', 'Dora']);
    expect((await rows())[2]).toMatch(/Marked as unread/);
    await waitFor(() => {
      expect(page.fake.mine(withDora, ada.id)).toMatchObject({ pinned: false, markedUnread: true });
    });
  });

  it('is marked as unread until one opens it', async () => {
    const { withDora, ada } = await threeTalks();

    await choose('Dora', 'Mark as unread');

    expect((await rows())[2]).toMatch(/Marked as unread/);
    expect(document.title).toBe('(1) Natter');
    const link = [...document.querySelectorAll('nav a')].find((each) => /Dora/.test(each.textContent));
    fireEvent.click(link as HTMLElement);
    await waitFor(() => {
      expect(page.fake.mine(withDora, ada.id).markedUnread).toBe(false);
    });
    expect((await rows())[2]).not.toMatch(/Marked/);
  });

  it('is marked as read without being opened', async () => {
    const { withBen, ben, ada } = await threeTalks();
    act(() => {
      page.fake.write(withBen, ben, 'new');
    });
    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/1 unread message/);
    });

    await choose('Ben Franklin', 'Mark as read');

    await waitFor(async () => {
      expect((await rows())[0]).not.toMatch(/unread/);
      expect(page.fake.view(withBen, ada.id).unread).toBe(0);
    });
  });

  it('goes into the archive, is found there, and comes back with a new message', async () => {
    const { withCleo, cleo, withDora } = await threeTalks();

    await choose('Cleo de Nile', 'Archive');
    await choose('Dora', 'Archive');

    expect(await names()).toEqual(['Ben']);
    click('Archived');
    await waitFor(async () => {
      expect(await names()).toEqual(['Cleo', 'Dora']);
    });
    await expectAccessible();
    act(() => {
      page.fake.write(withCleo, cleo, 'Are you there?');
    });
    await waitFor(async () => {
      expect(await names()).toEqual(['Dora']);
    });
    await choose('Dora', 'Move out of the archive');
    await heading('No archived conversations.');
    click('All');
    expect(await names()).toEqual(['Cleo', 'Ben', 'Dora']);
    expect(page.fake.requests).toContain(mine(withDora.id));
  });

  it('is found by name while it is archived', async () => {
    const { withDora, ada } = await threeTalks();
    act(() => {
      page.fake.see(withDora, ada, { archived: true });
    });

    fill(screen.getByLabelText('Search conversations'), 'dora');

    await waitFor(async () => {
      expect(await names()).toEqual(['Dora']);
    });
  });

  it('is among the unread ones while it is, and stays there while it is open', async () => {
    const { withCleo, cleo } = await threeTalks();
    act(() => {
      page.fake.write(withCleo, cleo, 'news');
    });
    click('Unread');
    await waitFor(async () => {
      expect(await names()).toEqual(['Cleo']);
    });

    fireEvent.click(document.querySelector('nav a') as HTMLElement);

    await waitFor(async () => {
      expect((await rows())[0]).not.toMatch(/unread message/);
    });
    expect(await names()).toEqual(['Cleo']);
  });
});

describe('a muted conversation', () => {
  async function muted(until = 'Until I unmute it') {
    const app = await threeTalks();
    click('Options for Ben Franklin');
    fireEvent.click(await screen.findByText('Mute…'));
    await heading('Mute notifications');
    fireEvent.click(screen.getByLabelText(until));
    return app;
  }

  it('counts only in its row: no sound, no notification, no announcement', async () => {
    const setAppBadge = vi.fn(() => Promise.resolve());
    Object.assign(navigator, { setAppBadge });
    const AudioContext = vi.fn();
    vi.stubGlobal('AudioContext', AudioContext);
    const { withBen, ben, withCleo, cleo } = await muted();
    await expectAccessible();
    click('Mute');
    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/Muted/);
    });

    act(() => {
      page.fake.write(withBen, ben, 'psst');
    });
    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/1 unread message/);
    });
    // Longer than a call waits for the message to be read elsewhere.
    await act(() => new Promise((resolve) => setTimeout(resolve, 1_200)));

    expect(document.title).toBe('Natter');
    expect(setAppBadge).not.toHaveBeenCalled();
    expect(AudioContext).not.toHaveBeenCalled();
    expect(screen.queryByText('New message from Ben Franklin')).toBeNull();
    act(() => {
      page.fake.write(withCleo, cleo, 'hello');
    });
    await screen.findByText('New message from Cleo de Nile');
    expect(document.title).toBe('(1) Natter');
    Reflect.deleteProperty(navigator, 'setAppBadge');
  });

  it('is silent for as long as one chooses', async () => {
    const { withBen, ada } = await muted('1 hour');
    const before = Date.now();
    click('Mute');

    await waitFor(() => {
      const until = Date.parse(page.fake.mine(withBen, ada.id).mutedUntil ?? '');
      expect(until - before).toBeGreaterThanOrEqual(3_600_000);
      expect(until - before).toBeLessThan(3_700_000);
    });
    await choose('Ben Franklin', 'Unmute');
    await waitFor(() => {
      expect(page.fake.mine(withBen, ada.id).mutedUntil).toBeNull();
    });
  });

  it('takes a time in the future only', async () => {
    const { withBen, ada } = await muted('Until a time you choose');
    const field = await screen.findByLabelText('Date and time');
    fill(field, '2020-01-01T10:00');
    click('Mute');
    await screen.findByText('Choose a time in the future.');
    expect(page.fake.requests).not.toContain(mine(withBen.id));

    fill(field, '2999-01-01T10:00');
    click('Mute');

    await waitFor(() => {
      expect(page.fake.mine(withBen, ada.id).mutedUntil).toBe(new Date('2999-01-01T10:00').toISOString());
    });
  });
});

describe('the menu of a row', () => {
  it('opens by a long press and by the right button, and Escape closes it', async () => {
    await threeTalks();
    const row = document.querySelector('nav li') as HTMLElement;
    fireEvent.pointerDown(row, { pointerType: 'touch', clientX: 5, clientY: 5 });
    await screen.findByText('Pin');
    fireEvent.pointerUp(row);
    const link = row.querySelector('a') as HTMLElement;
    fireEvent.click(link);
    expect(location.pathname).toBe('/');

    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    await waitFor(() => {
      expect(screen.queryByText('Pin')).toBeNull();
    });
    fireEvent.contextMenu(link);
    await screen.findByText('Pin');
  });

  it('does not open when the finger moves on', async () => {
    await threeTalks();
    const row = document.querySelector('nav li') as HTMLElement;

    fireEvent.pointerDown(row, { pointerType: 'touch', clientX: 5, clientY: 5 });
    fireEvent.pointerMove(row, { pointerType: 'touch', clientX: 5, clientY: 40 });
    await act(() => new Promise((resolve) => setTimeout(resolve, 700)));

    expect(screen.queryByText('Pin')).toBeNull();
  });
});
