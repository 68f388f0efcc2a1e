import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { LocalStore } from '@/shared/local/local-store';
import { button, click, expectAccessible, fill, rows, said, stage } from '../../../test/page';

const page = stage();

/** How much this device has kept. */
async function kept(store: 'messages' | 'outbox' | 'drafts' | 'list'): Promise<number> {
  const [known] = await indexedDB.databases();
  if (known?.name === undefined) return 0;
  const { name } = known;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = reject;
    opening.onsuccess = () => {
      const count = opening.result.transaction(store).objectStore(store).count();
      count.onsuccess = () => {
        opening.result.close();
        resolve(count.result);
      };
    };
  });
}

const keptSome = (store: 'messages' | 'outbox' | 'drafts' | 'list', count = 1) =>
  waitFor(async () => {
    expect(await kept(store)).toBe(count);
  });

function goOffline() {
  page.fake.unreachable = true;
  page.fake.socketsOpen = false;
  act(() => {
    page.fake.dropSockets(1006);
  });
}

/** Another device ends the session. */
function endElsewhere(user: { id: string }) {
  page.jar.userId = undefined;
  act(() => {
    page.fake.push({ type: 'signed-out' }, [user.id]);
  });
}

function benWrote() {
  const both = page.adaAndBen();
  page.fake.write(both.talk, both.ben, 'Kites?');
  return both;
}

describe('without a network', () => {
  it('what was written goes on after a reload, in its order and once', async () => {
    const { ada, talk } = benWrote();
    page.open(`/c/${talk.id}`, ada);
    const field = await screen.findByLabelText('Write a message');
    await keptSome('messages');
    goOffline();
    for (const text of ['one', 'two', 'three']) {
      fill(field, text);
      fireEvent.click(button('Send'));
    }
    await keptSome('outbox', 3);
    await screen.findAllByText('Waiting to be sent');
    expect(screen.queryByText('Not sent.')).toBeNull();
    await screen.findByText('3 messages waiting to be sent');

    page.fake.unreachable = false;
    page.fake.socketsOpen = true;
    page.reload();

    await waitFor(async () => {
      expect(talk.messages.map(({ text }) => text)).toEqual(['Kites?', 'one', 'two', 'three']);
      expect(await said()).toHaveLength(4);
    });
    await keptSome('outbox', 0);
  });

  it('what was not sent survives a session that ended, and is sent after the next sign-in', async () => {
    const { ada, talk } = benWrote();
    page.open(`/c/${talk.id}`, ada);
    const field = await screen.findByLabelText('Write a message');
    await Promise.all([keptSome('messages'), keptSome('list')]);
    goOffline();
    fill(field, 'still to come');
    fireEvent.click(button('Send'));
    await keptSome('outbox');
    page.fake.unreachable = false;
    page.jar.userId = undefined;
    page.reload();
    await screen.findByLabelText('E-mail address');
    await Promise.all([keptSome('outbox'), keptSome('messages', 0), keptSome('list', 0)]);

    page.fake.socketsOpen = true;
    page.knows(ada);
    page.reload();

    await waitFor(() => {
      expect(talk.messages.map(({ text }) => text)).toEqual(['Kites?', 'still to come']);
    });
    await keptSome('outbox', 0);
  });

  it('what was written a moment before the session ended is there after the next sign-in', async () => {
    const { ada, talk } = benWrote();
    page.open(`/c/${talk.id}`, ada);
    const field = await screen.findByLabelText('Write a message');
    await page.connected();
    await Promise.all([keptSome('messages'), keptSome('list')]);

    fill(field, 'half a sen');
    endElsewhere(ada);

    await screen.findByText('You were signed out. Sign in to go on.');
    await Promise.all([keptSome('drafts'), keptSome('messages', 0), keptSome('list', 0)]);
    page.knows(ada);
    page.reload();
    const again = await screen.findByLabelText<HTMLTextAreaElement>('Write a message');
    expect(again.value).toBe('half a sen');
  });

  it('nothing is left of a session that ended with everything sent, be it a moment before', async () => {
    const { ada, talk } = benWrote();
    page.open(`/c/${talk.id}`, ada);
    const field = await screen.findByLabelText('Write a message');
    await page.connected();
    fill(field, 'all of a sentence');
    await keptSome('drafts');
    fireEvent.click(button('Send'));
    await waitFor(() => {
      expect(talk.messages).toHaveLength(2);
    });
    await waitFor(async () => {
      expect((await said())[1]).not.toMatch(/Sending/);
    });

    endElsewhere(ada);

    await screen.findByText('You were signed out. Sign in to go on.');
    await waitFor(async () => {
      expect(await indexedDB.databases()).toEqual([]);
    });
  });

  it('the conversations, their messages and what is half written are there at once', async () => {
    const { ada, ben, talk } = benWrote();
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    fill(await screen.findByLabelText('Write a message'), 'half a sen');
    await Promise.all([keptSome('messages'), keptSome('list'), keptSome('drafts')]);
    page.fake.unreachable = true;
    page.fake.write(talk, ben, 'while away', { lost: true });

    page.reload();

    expect((await rows())[0]).toMatch(/Ben Franklin.*Kites/);
    expect(await said()).toEqual([expect.stringMatching(/Kites/)]);
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Write a message')).value).toBe('half a sen');
    expect(page.fake.connections).toBe(0);
    await screen.findAllByText('Reconnecting…');
    await expectAccessible();
    // And what has come since, once the network is back.
    page.fake.unreachable = false;
    act(() => {
      dispatchEvent(new Event('online'));
    });
    await waitFor(async () => {
      expect(await said()).toHaveLength(2);
    });
  });

  it('what is half written is there also when the conversation is on screen before this device has read it', async () => {
    const { ada, talk } = benWrote();
    page.open(`/c/${talk.id}`, ada);
    fill(await screen.findByLabelText('Write a message'), '  half a sen');
    await keptSome('drafts');
    let read: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (read = resolve));
    vi.spyOn(LocalStore.prototype, 'drafts').mockImplementation(async () => {
      await slow;
      return new Map([[talk.id, '  half a sen']]);
    });
    page.reload();
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Write a message');
    expect(field.value).toBe('');

    read();

    await waitFor(() => {
      expect(field.value).toBe('  half a sen');
    });
  });

  it('nothing of a user is left after signing out', async () => {
    const { ada, talk } = benWrote();
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    await keptSome('messages');
    click('Your profile');
    await screen.findByLabelText('Name');

    click('Sign out');

    await screen.findByLabelText('E-mail address');
    await waitFor(async () => {
      expect(await indexedDB.databases()).toEqual([]);
    });
    expect(Object.keys(localStorage)).not.toContain('natter.owner');
  });
});

describe('where no socket can be had', () => {
  it('one sends at once, receives, says that it takes some seconds, and reports what was read', async () => {
    const { ada, ben, talk } = benWrote();
    page.fake.socketsOpen = false;
    page.open(`/c/${talk.id}`, ada);
    fill(await screen.findByLabelText('Write a message'), 'by REST');
    fireEvent.click(button('Send'));
    await waitFor(() => {
      expect(talk.messages.map(({ text }) => text)).toEqual(['Kites?', 'by REST']);
    });

    page.fake.write(talk, ben, 'an answer');

    await waitFor(async () => {
      expect((await said()).at(-1)).toMatch(/an answer/);
      expect(page.fake.view(talk, ada.id).unread).toBe(0);
    });
    await screen.findByText('Ben Franklin says: an answer');
    await screen.findAllByText(/New messages may take some seconds/);
    await expectAccessible();

    page.fake.socketsOpen = true;
    act(() => {
      dispatchEvent(new Event('online'));
    });
    await page.connected();
    await waitFor(() => {
      expect(screen.queryByText(/New messages may take some seconds/)).toBeNull();
    });
  });

  it('only what one looks at is asked for', async () => {
    const { ada, ben, talk } = benWrote();
    const other = page.fake.talk([ada, page.fake.person('Cleo')]);
    page.open(`/c/${other.id}`, ada);
    await said();
    fireEvent.click(await screen.findByText('Ben Franklin', { selector: 'a *' }));
    await waitFor(async () => {
      expect(await said()).toHaveLength(1);
    });
    page.fake.requests.length = 0;

    page.fake.write(talk, ben, 'missed', { lost: true });
    act(() => {
      page.fake.push({ type: 'resync' }, [ada.id]);
    });

    await waitFor(async () => {
      expect(await said()).toHaveLength(2);
    });
    expect(page.fake.requests.filter((call) => call.endsWith('/entries'))).toEqual([
      `GET /api/v1/conversations/${talk.id}/entries`,
    ]);
  });
});
