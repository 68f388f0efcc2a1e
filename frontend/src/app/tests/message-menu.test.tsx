import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { button, click, expectAccessible, fill, said, stage } from '../../../test/page';

const page = stage();

const inTalk = { selector: '[data-message] *' };
const writing = () => screen.findByLabelText<HTMLTextAreaElement>('Write a message');
const editing = () => screen.findByLabelText<HTMLTextAreaElement>('Edit message');
const optionsOf = (author: string) => new RegExp(`^Options for the message from ${author}`);

/** Opens the menu of a message by its author, of whom there is one message. */
async function menuOf(author: string) {
  await screen.findByLabelText(optionsOf(author), { selector: 'button' });
  click(optionsOf(author));
  return screen.findByRole('menu');
}

async function choose(author: string, choice: string) {
  fireEvent.click(within(await menuOf(author)).getByText(choice));
}

describe('the menu of a message', () => {
  it('offers only what one may do', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites?');
    page.open(`/c/${talk.id}`, ada);

    const menu = await menuOf('Ben Franklin');

    const choices = within(menu)
      .getAllByRole('menuitem')
      .map((each) => each.textContent);
    expect(choices.filter((words) => /\w/.test(words))).toEqual(['Reply', 'Copy', 'Forward', 'Select']);
    await expectAccessible();
  });

  it('lets an admin of a group delete messages of others, and refuses edits after a day', async () => {
    const { ada, ben, cleo } = page.people();
    const circle = page.fake.talk([ada, ben, cleo], 'Circle');
    page.fake.write(circle, ben, 'Kites?');
    page.fake.write(circle, ada, 'Engines.', { at: new Date(Date.now() - 86_400_001).toISOString() });
    page.open(`/c/${circle.id}`, ada);

    const theirs = within(await menuOf('Ben Franklin'));
    theirs.getByText('Delete for everyone…');
    fireEvent.keyDown(theirs.getByText('Reply'), { key: 'Escape' });
    await waitFor(() => {
      expect(screen.queryByRole('menu')).toBeNull();
    });
    const own = within(await menuOf('You'));
    own.getByText('Delete for everyone…');
    expect(own.queryByText('Edit')).toBeNull();
  });

  it('opens by a long press', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites?');
    page.open(`/c/${talk.id}`, ada);
    const text = await screen.findByText('Kites?', inTalk);

    const down = new MouseEvent('pointerdown', { bubbles: true });
    Object.assign(down, { pointerType: 'touch' });
    fireEvent(text, down);

    await screen.findByRole('menu');
  });

  it('copies what was written, and says when the browser does not let it', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites *here*?');
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', Object.assign(navigator, { clipboard: { writeText } }));
    page.open(`/c/${talk.id}`, ada);

    await choose('Ben Franklin', 'Copy');
    expect(writeText).toHaveBeenCalledWith('Kites *here*?');
    await screen.findByText('Copied.');
    writeText.mockRejectedValueOnce(new Error('no'));
    await choose('Ben Franklin', 'Copy');

    await screen.findByText(/did not let Natter copy/);
  });
});

describe('a reply', () => {
  it('quotes the message, and leads to it', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    const asked = page.fake.write(talk, ben, 'Kites?');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();

    await choose('Ben Franklin', 'Reply');
    await screen.findByText('Reply to Ben Franklin');
    await expectAccessible();
    fill(await writing(), 'Engines.');
    click('Send');

    await waitFor(() => {
      expect(talk.messages.at(-1)).toMatchObject({ text: 'Engines.', replyTo: { id: asked.id } });
    });
    expect(screen.queryByText('Reply to Ben Franklin')).toBeNull();
    expect((await said()).at(-1)).toMatch(/^You: Reply to Ben Franklin.*Kites\?.*Engines\./);
    click(/^Reply to Ben Franklin, go to the message/);
    await waitFor(() => {
      expect(document.querySelector('[class*=highlighted]')?.textContent).toContain('Kites?');
    });
    await expectAccessible();
  });

  it('is none any more after Escape', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites?');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    await choose('Ben Franklin', 'Reply');
    await screen.findByText('Reply to Ben Franklin');

    fireEvent.keyDown(await writing(), { key: 'Escape' });
    expect(screen.queryByText('Reply to Ben Franklin')).toBeNull();
    fill(await writing(), 'Engines.');
    click('Send');

    await waitFor(() => {
      expect(talk.messages.at(-1)).toMatchObject({ text: 'Engines.', replyTo: null });
    });
  });

  it('leads to a message that is far up', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    const asked = page.fake.write(talk, ben, 'the very first');
    for (let n = 1; n <= 300; n++) page.fake.write(talk, ben, `n${n}`);
    page.fake.write(talk, ada, 'answered', { replyTo: asked });
    page.fake.read(talk, ada);
    page.open(`/c/${talk.id}`, ada);
    expect((await said())[0]).not.toContain('the very first');

    await screen.findByText('answered', inTalk);
    click(/^Reply to Ben Franklin, go to the message/);

    await waitFor(() => {
      expect(document.querySelector('[class*=highlighted]')?.textContent).toContain('the very first');
    });
    expect(page.fake.frames.filter(({ type }) => type === 'read')).toEqual([]);
  });

  it('says that what it quotes was deleted', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    const asked = page.fake.write(talk, ben, 'Kites?');
    page.fake.write(talk, ada, 'Engines.', { replyTo: asked });
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    await screen.findByText('Engines.', inTalk);

    act(() => {
      page.fake.remove(talk, ben, asked);
    });

    await waitFor(async () => {
      const [tombstone, reply] = await said();
      expect(tombstone).toMatch(/^Ben Franklin: This message was deleted/);
      expect(reply).toMatch(/This message was deleted.*Engines\./);
    });
    await expectAccessible();
  });
});

describe('editing', () => {
  it('begins with the arrow up in the empty composer, and keeps what was half written', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ada, 'Enginse.');
    page.fake.write(talk, ben, 'Kites.');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();

    await screen.findByText('Enginse.', inTalk);
    fireEvent.keyDown(await writing(), { key: 'ArrowUp' });
    const field = await editing();
    expect(field.value).toBe('Enginse.');
    await expectAccessible();
    fill(field, 'Engines.');
    fireEvent.keyDown(field, { key: 'Enter' });

    await waitFor(() => {
      expect(talk.messages[0]).toMatchObject({ text: 'Engines.', editedAt: expect.any(String) as string });
    });
    await waitFor(async () => {
      expect((await said())[0]).toMatch(/^You: Engines\..*edited/);
    });
    expect((await writing()).value).toBe('');
    expect(page.fake.view(talk, ben.id).unread).toBe(1);
  });

  it('loses nothing when it cannot be saved, and says why', async () => {
    const { ada, talk } = page.adaAndBen();
    const written = page.fake.write(talk, ada, 'Enginse.');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    await screen.findByText('Enginse.', inTalk);
    fireEvent.keyDown(await writing(), { key: 'ArrowUp' });
    fill(await editing(), 'Engines.');

    const call = `PATCH /api/v1/conversations/${talk.id}/messages/${written.id}`;
    page.fake.next(call, () => problem(422, 'too_late'));
    click('Save');
    await screen.findByText(/can be edited for 24 hours/);
    page.fake.unreachable = true;
    click('Save');
    await screen.findByText(/not saved.*no connection/i);
    expect((await editing()).value).toBe('Engines.');
    page.fake.unreachable = false;
    click('Save');

    await waitFor(() => {
      expect(written.text).toBe('Engines.');
    });
  });
});

describe('deleting', () => {
  it('asks, and leaves a tombstone', async () => {
    const { ada, talk } = page.adaAndBen();
    const written = page.fake.write(talk, ada, 'Engines.');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();

    await choose('You', 'Delete for everyone…');
    await screen.findByText('Delete message?');
    await expectAccessible();
    page.fake.next(`DELETE /api/v1/conversations/${talk.id}/messages/${written.id}`, () =>
      problem(503, 'unavailable'),
    );
    click('Delete for everyone');
    await screen.findByText(/Not deleted\./);
    expect(written.deletedAt).toBeNull();
    click('Delete for everyone');

    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/^You: This message was deleted/)]);
    });
    expect(screen.queryByText('Delete message?')).toBeNull();
    expect(screen.queryByLabelText(optionsOf('You'))).toBeNull();
  });
});

describe('a reaction', () => {
  const chip = (emoji: string) => button(new RegExp(`^${emoji}`));

  it('is there at once, counts, and is taken back with a tap', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    const asked = page.fake.write(talk, ben, 'Kites?');
    page.fake.react(talk, ben, asked, '👍');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    await screen.findByText('👍');

    fireEvent.click(chip('👍'));
    expect(chip('👍').getAttribute('aria-pressed')).toBe('true');
    expect(chip('👍').textContent).toContain('2 people');
    await waitFor(() => {
      expect(asked.reactions).toEqual([{ emoji: '👍', userIds: [ben.id, ada.id] }]);
    });
    await expectAccessible();
    fireEvent.click(chip('👍'));

    expect(chip('👍').textContent).toContain('1 person');
    await waitFor(() => {
      expect(asked.reactions).toEqual([{ emoji: '👍', userIds: [ben.id] }]);
    });
  });

  it('is given from the menu, and gone again when it is refused', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    const asked = page.fake.write(talk, ben, 'Kites?');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    let answer: (response: Response) => void = () => undefined;
    const emoji = encodeURIComponent('❤️');
    page.fake.next(
      `PUT /api/v1/conversations/${talk.id}/messages/${asked.id}/reactions/${emoji}`,
      () => new Promise((resolve) => (answer = resolve)),
    );

    fireEvent.click(within(await menuOf('Ben Franklin')).getByLabelText('React with ❤️'));
    await screen.findByText('❤️');
    await waitFor(() => {
      expect(page.fake.requests.some((call) => call.includes('/reactions/'))).toBe(true);
    });
    answer(problem(503, 'unavailable'));

    await screen.findByText(/Your reaction was not saved/);
    expect(screen.queryByText('❤️')).toBeNull();
    expect(asked.reactions).toEqual([]);
  });

  it('of others appears as it comes, also when it came while one was away', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    const asked = page.fake.write(talk, ben, 'Kites?');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    await waitFor(() => {
      expect(page.fake.view(talk, ada.id).unread).toBe(0);
    });

    act(() => {
      page.fake.react(talk, ben, asked, '😂');
    });
    await screen.findByText('😂');
    page.fake.react(talk, ben, asked, '😮', true, { lost: true });
    page.fake.edit(talk, ben, asked, 'Kites!', { lost: true });
    act(() => {
      page.fake.dropSockets(1006);
    });

    await screen.findByText('😮');
    await screen.findByText('Kites!', inTalk);
    expect(page.fake.view(talk, ada.id).unread).toBe(0);
  });
});
