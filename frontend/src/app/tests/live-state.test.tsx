import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { click, expectAccessible, fill, heading, rows, said, stage } from '../../../test/page';

const page = stage();

/** As if what comes after that message lay below the edge. */
const inSightUpTo = (edge: number) => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const seq = Number(this.dataset['seq'] ?? 0);
    return seq === 0 ? new DOMRect(0, 0, 100, 20 * edge) : new DOMRect(0, 20 * (seq - 1), 100, 20);
  });
};
const frames = (type: string) => page.fake.frames.filter((frame) => frame['type'] === type);

describe('a message of ours', () => {
  it('goes from sent to delivered to seen, here and in the list, with words for each', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ada, 'Soup?');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    expect(await said()).toEqual([expect.stringMatching(/Sent$/)]);
    expect((await rows())[0]).toMatch(/SentYou: Soup/);

    act(() => {
      page.fake.deliver(talk, ben);
    });
    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/Delivered$/)]);
      expect((await rows())[0]).toMatch(/DeliveredYou: Soup/);
    });

    act(() => {
      page.fake.read(talk, ben);
    });
    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/Seen$/)]);
      expect((await rows())[0]).toMatch(/SeenYou: Soup/);
    });
    expect(document.querySelectorAll('[data-state=seen]')).toHaveLength(2);
    await expectAccessible();
  });

  it('in a group is seen when everybody has seen it', async () => {
    const { ada, ben } = page.adaAndBen();
    const cleo = page.fake.person('Cleo');
    const circle = page.fake.talk([ada, ben, cleo], 'Walkers');
    page.fake.write(circle, ada, 'Sunday?');
    page.fake.read(circle, ben);
    page.fake.deliver(circle, cleo);
    page.open(`/c/${circle.id}`, ada);
    await page.connected();
    expect(await said()).toEqual([expect.stringMatching(/Delivered$/)]);

    act(() => {
      page.fake.read(circle, cleo);
    });

    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/Seen$/)]);
    });
  });
});

describe('a message of others', () => {
  it('is reported delivered, once, whatever page is open, and not read', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'while away', { lost: true });
    page.open('/', ada);
    await rows();
    await waitFor(() => {
      expect(frames('delivered')).toEqual([{ type: 'delivered', conversationId: talk.id, seq: 1 }]);
    });

    act(() => {
      page.fake.write(talk, ben, 'and now');
    });

    await waitFor(() => {
      expect(frames('delivered').map(({ seq }) => seq)).toEqual([1, 2]);
    });
    expect(frames('read')).toEqual([]);
  });

  it('stands below a line when it was unread, and the line stays while one reads', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'old');
    page.fake.read(talk, ada);
    page.fake.write(talk, ben, 'new');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();

    const line = await screen.findByText('New messages');
    expect(line.nextElementSibling?.textContent).toMatch(/new/);
    expect(line.closest('li')?.previousElementSibling?.textContent).toMatch(/old/);
    await waitFor(() => {
      expect(page.fake.view(talk, ada.id).unread).toBe(0);
    });
    expect(screen.queryByText('New messages')).not.toBeNull();
    await expectAccessible();
  });

  it('is read as far as it is on screen, and the rest stays unread', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    for (let n = 1; n <= 5; n++) page.fake.write(talk, ben, `n${n}`);
    inSightUpTo(3);
    page.open(`/c/${talk.id}`, ada);
    await page.connected();

    await screen.findByText('2 unread messages');
    await waitFor(() => {
      expect(frames('read')).toEqual([{ type: 'read', conversationId: talk.id, seq: 3 }]);
    });
    // Once, for the link one came by; how much is left was counted here.
    const asked = page.fake.requests.filter((call) => call === `GET /api/v1/conversations/${talk.id}`);
    expect(asked).toHaveLength(1);
  });

  it('is not read when one looked away before it was drawn', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    for (let n = 1; n <= 5; n++) page.fake.write(talk, ben, `n${n}`);
    inSightUpTo(3);
    page.open(`/c/${talk.id}`, ada);
    await screen.findByText('2 unread messages');

    act(() => {
      fireEvent.scroll(screen.getByLabelText('Messages'));
      vi.spyOn(document, 'hasFocus').mockReturnValue(false);
      dispatchEvent(new Event('blur'));
      inSightUpTo(5);
    });
    await act(() => new Promise(requestAnimationFrame));

    expect(screen.getByText('2 unread messages')).toBeDefined();
  });
});

describe('typing', () => {
  it('of the other one shows in the conversation and in the list, and ends with their message', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    await said();
    await page.connected();

    act(() => {
      page.fake.type(talk, ben);
    });
    await waitFor(() => {
      expect(screen.getAllByText('typing…')).toHaveLength(2);
    });
    await expectAccessible();

    act(() => {
      page.fake.write(talk, ben, 'Kites!');
    });
    await waitFor(() => {
      expect(screen.queryByText('typing…')).toBeNull();
    });
  });

  it('in a group says who', async () => {
    const { ada, ben } = page.adaAndBen();
    const cleo = page.fake.person('Cleo de Nile');
    const circle = page.fake.talk([ada, ben, cleo], 'Walkers');
    page.open(`/c/${circle.id}`, ada);
    await heading('Walkers');
    await screen.findByText('You, Ben, Cleo');
    await page.connected();

    act(() => {
      page.fake.type(circle, cleo);
      page.fake.type(circle, ben);
    });

    await screen.findByText('Cleo and Ben are typing…');
    await screen.findByText('Cleo is typing…');
  });

  it('of ours is sent, and its end when one leaves', async () => {
    const { ada, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    const field = await screen.findByLabelText('Write a message');
    await page.connected();

    fill(field, 'S');
    fill(field, 'So');
    await waitFor(() => {
      expect(frames('typing')).toEqual([{ type: 'typing', conversationId: talk.id, typing: true }]);
    });
    fireEvent.click(screen.getByLabelText('Back to conversations'));

    await waitFor(() => {
      expect(frames('typing').map(({ typing }) => typing)).toEqual([true, false]);
    });
  });
});

describe('presence', () => {
  it('is a dot and a word in the list, and a line in the conversation', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.presence(ben, false, '2024-03-01T08:00:00.000Z');
    page.open(`/c/${talk.id}`, ada);
    await screen.findByText('Last seen on March 1, 2024');
    await page.connected();

    act(() => {
      page.fake.presence(ben, true);
    });
    await screen.findByText('Online', { selector: 'p' });
    expect((await rows())[0]).toMatch(/^Ben Franklin, Online/);
    await expectAccessible();

    act(() => {
      page.fake.type(talk, ben);
      page.fake.presence(ben, false, new Date().toISOString());
    });
    await screen.findByText(/^Last seen today at/);
    expect(screen.queryByText('typing…')).toBeNull();
  });
});

describe('a group', () => {
  it('is made of several people, with a title', async () => {
    const { ada } = page.adaAndBen();
    page.fake.person('Cleo de Nile');
    page.open('/', ada);
    await rows();
    click('New conversation');
    await screen.findByPlaceholderText('Name or e-mail address');
    click('New group');
    const title = await screen.findByLabelText('Name of the group');

    click('Create group');
    await screen.findByText('A group needs a name of 1 to 80 characters.');
    await screen.findByText('Add at least one person.');
    fill(title, ' Walkers ');
    for (const name of ['Ben Franklin', 'Cleo de Nile']) {
      fill(screen.getByPlaceholderText('Add people'), name.slice(0, 2));
      fireEvent.click(await screen.findByText(name, { selector: '[role=option] *' }));
      await screen.findByLabelText(`Remove ${name}`);
    }
    await expectAccessible();
    click('Create group');

    await heading('Walkers');
    await screen.findByText('You, Ben, Cleo');
    const circle = [...page.fake.talks.values()].at(-1);
    expect(circle).toMatchObject({ kind: 'group', title: 'Walkers' });
    expect(circle?.memberIds).toHaveLength(3);
  });

  it('lets one think again about who is in it', async () => {
    const { ada } = page.adaAndBen();
    page.open('/', ada);
    await rows();
    click('New conversation');
    await screen.findByPlaceholderText('Name or e-mail address');
    click('New group');
    fill(await screen.findByPlaceholderText('Add people'), 'be');
    fireEvent.click(await screen.findByText('Ben Franklin', { selector: '[role=option] *' }));

    fireEvent.click(await screen.findByLabelText('Remove Ben Franklin'));

    expect(screen.queryByLabelText('In the group')).toBeNull();
    expect(document.activeElement).toBe(screen.getByPlaceholderText('Add people'));
  });
});
