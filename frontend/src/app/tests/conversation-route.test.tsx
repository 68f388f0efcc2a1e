import { act, createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { button, click, expectAccessible, fill, heading, said, stage } from '../../../test/page';
import { hostile } from '../../../test/hostile-texts';

const page = stage();

const writing = () => screen.findByLabelText<HTMLTextAreaElement>('Write a message');
const sendButton = () => button('Send');
const reads = () => page.fake.frames.filter(({ type }) => type === 'read');

describe('a conversation', () => {
  it('shows its history by day, with who wrote what and when', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites?', { at: '2024-03-01T08:00:00.000Z' });
    page.fake.write(talk, ada, 'Engines.', { at: '2024-03-02T09:30:00.000Z' });

    page.open(`/c/${talk.id}`, ada);

    const [first, second] = await said();
    expect(first).toMatch(/^Ben Franklin: Kites\?/);
    expect(second).toMatch(/^You: Engines\..*Sent$/);
    await heading('Friday, March 1, 2024');
    await heading('Saturday, March 2, 2024');
    const time = document.querySelector<HTMLTimeElement>('li time[title*="March 2, 2024"]');
    expect(time?.dateTime).toBe('2024-03-02T09:30:00.000Z');
    await waitFor(() => {
      expect(document.title).toBe('Ben Franklin · Natter');
    });
    await expectAccessible();
  });

  it('shows what one writes at once, and that it was sent when it was', async () => {
    const { ada, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    page.fake.deaf = true;

    fill(await writing(), 'Soup?  ');
    fireEvent.click(sendButton());

    expect((await said()).at(-1)).toMatch(/^You: Soup\?.*Sending$/);
    expect((await writing()).value).toBe('');
    expect(screen.queryByLabelText('Send')).toBeNull();
    page.fake.deaf = false;
    act(() => {
      page.fake.dropSockets(1006);
    });
    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/^You: Soup\?.*Sent$/)]);
    });
    expect(talk.messages).toHaveLength(1);
  });

  it('is sent with Enter, but not while a word is being composed, and Shift+Enter breaks the line', async () => {
    const { ada, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    const field = await writing();
    await page.connected();
    fill(field, 'かな');

    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    expect(talk.messages).toEqual([]);

    const enter = createEvent.keyDown(field, { key: 'Enter' });
    fireEvent(field, enter);
    expect(enter.defaultPrevented).toBe(true);
    await waitFor(() => {
      expect(talk.messages.map(({ text }) => text)).toEqual(['かな']);
    });
  });

  it('cannot be sent nothing, nor too much', async () => {
    const { ada, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    const field = await writing();
    // Where nothing is written, a voice message can be.
    expect(screen.queryByLabelText('Send')).toBeNull();
    expect(button('Record a voice message')).toBeDefined();

    fill(field, ' \n\t ');
    expect(sendButton().disabled).toBe(true);
    fill(field, 'x'.repeat(4_001));
    await screen.findByText('1 character too many');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sendButton().disabled).toBe(true);

    fill(field, 'x'.repeat(4_000));
    expect(sendButton().disabled).toBe(false);
    await screen.findByText('0 characters left');
  });

  it('says what was not sent, and sends it again with the same id or forgets it', async () => {
    const { ada, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    page.fake.deaf = true;
    fill(await writing(), 'Soup?');
    fireEvent.click(sendButton());
    await waitFor(() => {
      expect(page.fake.frames.some(({ type }) => type === 'send')).toBe(true);
    });
    const refuse = () => {
      const { clientMessageId } = page.fake.frames.findLast(({ type }) => type === 'send') as {
        clientMessageId: string;
      };
      page.fake.next(`POST /api/v1/conversations/${talk.id}/messages`, () => problem(422, 'text_refused'));
      act(() => {
        page.fake.push({ type: 'error', code: 'text_refused', clientMessageId }, [ada.id]);
      });
      return clientMessageId;
    };
    const refused = refuse();
    await screen.findByText('Not sent.', { selector: 'div > span' });
    await expectAccessible();

    page.fake.deaf = false;
    click('Retry');
    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/^You: Soup\?.*Sent$/)]);
    });
    expect(talk.messages.map(({ clientMessageId }) => clientMessageId)).toEqual([refused]);

    page.fake.deaf = true;
    fill(await writing(), 'Stew?');
    fireEvent.click(sendButton());
    await waitFor(() => {
      expect(page.fake.frames.some(({ text }) => text === 'Stew?')).toBe(true);
    });
    refuse();
    await screen.findByText('Delete');
    click('Delete');
    expect(await said()).toHaveLength(1);
  });

  it('shows what arrives, says it aloud, and marks it read while one is looking', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    await said();
    await page.connected();

    act(() => {
      page.fake.write(talk, ben, 'Kites!');
    });

    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/^Ben Franklin: Kites!/)]);
    });
    expect(screen.getByText('Ben Franklin says: Kites!').getAttribute('aria-live')).toBe('polite');
    await waitFor(() => {
      expect(page.fake.view(talk, ada.id).unread).toBe(0);
    });
    expect(screen.queryByText(/unread message/)).toBeNull();
  });

  it('stays unread while the window is not looked at, until it is', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    page.open(`/c/${talk.id}`, ada);
    await said();
    await page.connected();
    act(() => {
      page.fake.write(talk, ben, 'Kites!');
    });
    await screen.findByText('1 unread message');
    expect(reads()).toEqual([]);

    focus.mockReturnValue(true);
    act(() => {
      dispatchEvent(new Event('focus'));
    });

    await waitFor(() => {
      expect(reads()).toEqual([{ type: 'read', conversationId: talk.id, seq: 1 }]);
      expect(screen.queryByText('1 unread message')).toBeNull();
    });
  });

  it('loads earlier messages as one scrolls up, to the beginning', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    for (let n = 1; n <= 40; n++) page.fake.write(talk, ben, `n${n}`);
    page.fake.read(talk, ada);
    let near: () => void = () => undefined;
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
          near = () => {
            callback([{ isIntersecting: true }]);
          };
        }
        observe = () => undefined;
        disconnect = () => undefined;
      },
    );
    page.open(`/c/${talk.id}`, ada);
    expect(await said()).toHaveLength(30);

    act(near);

    await screen.findByText('This is the beginning of your conversation with Ben Franklin.');
    expect(await said()).toHaveLength(40);
  });

  it('keeps what is written and not sent while one looks elsewhere', async () => {
    const { ada, talk } = page.adaAndBen();
    const other = page.fake.talk([ada, page.fake.person('Cleo')]);
    page.open(`/c/${talk.id}`, ada);
    fill(await writing(), 'half a sen');

    fireEvent.click(await screen.findByText('Cleo', { selector: 'a *' }));
    await heading('Cleo');
    expect((await writing()).value).toBe('');
    expect(location.pathname).toBe(`/c/${other.id}`);
    act(() => {
      globalThis.history.back();
    });

    await heading('Ben Franklin');
    expect((await writing()).value).toBe('half a sen');
  });

  it('of others, or that does not exist, is not found', async () => {
    const { ada } = page.adaAndBen();
    page.open('/c/unknown', ada);

    await screen.findByText(/doesn’t exist, or isn’t yours/);
    await expectAccessible();
  });

  it('can be tried again when its messages could not be loaded', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites?');
    page.fake.socketsOpen = false;
    page.fake.next(`GET /api/v1/conversations/${talk.id}/messages`, () => problem(503, 'unavailable'));
    page.open(`/c/${talk.id}`, ada);

    await screen.findByText('This conversation could not be loaded.');
    click('Try again');

    await waitFor(async () => {
      expect(await said()).toHaveLength(1);
    });
  });

  it('makes addresses links that give nothing away, and lets emoji stand large alone', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'See https://example.org/kite (and www.example.net).');
    page.fake.write(talk, ben, '🎉');
    page.open(`/c/${talk.id}`, ada);
    await said();

    const links = [...document.querySelectorAll<HTMLAnchorElement>('li a[target]')];
    expect(links.map(({ textContent, href }) => [textContent, href])).toEqual([
      ['https://example.org/kite', 'https://example.org/kite'],
      ['www.example.net', 'https://www.example.net/'],
    ]);
    links.forEach(({ rel, target }) => {
      expect([rel, target]).toEqual(['noopener noreferrer nofollow', '_blank']);
    });
    expect(screen.getByText('🎉', { selector: '[class*=emoji]' })).toBeDefined();
    await expectAccessible();
  });

  it('takes text for text, whatever it looks like', async () => {
    const { ada, talk } = page.adaAndBen();
    const mallory = page.fake.person('<img src=x onerror="window.hurt=1">', 'mallory@example.org');
    const theirs = page.fake.talk([ada, mallory]);
    hostile.forEach((text) => page.fake.write(theirs, mallory, text));
    page.open(`/c/${theirs.id}`, ada);

    const shown = await said();
    hostile.forEach((text, at) => {
      expect(shown[at]).toContain(text);
    });
    expect(
      document.querySelectorAll('#root script, img, iframe, object, embed, form form, [onerror], [onload]'),
    ).toHaveLength(0);
    expect(document.querySelectorAll('a[href^="javascript:"], a[href^="data:"]')).toHaveLength(0);
    expect('hurt' in window).toBe(false);
    expect(talk.messages).toEqual([]);
  });
});
