import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CODE } from '../../../test/fake/answers';
import { button, click, fill, heading, rows, said, stage } from '../../../test/page';

const page = stage();

/** What browsers do that translate a page: elements with other text nodes take the place of its text nodes. */
function translate() {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  texts.forEach((text) => {
    if (text.parentElement?.matches('textarea, option, style') === true) return;
    const outer = document.createElement('span');
    const inner = outer.appendChild(document.createElement('span'));
    text.replaceWith(outer);
    inner.append(document.createTextNode(text.data));
  });
}

describe('a page that is translated', () => {
  it('goes on while everything on it changes', async () => {
    const { ada, ben, cleo } = page.people();
    const talk = page.fake.talk([ada, ben]);
    const circle = page.fake.talk([ada, ben, cleo], 'Walkers');
    page.fake.write(talk, ben, 'See https://example.org/kite and more');
    page.fake.write(circle, cleo, 'Hello');
    page.fake.presence(ben, true);
    page.open(`/c/${talk.id}`, ada);
    await said();
    await page.connected();
    translate();

    act(() => {
      page.fake.type(talk, ben);
      page.fake.type(circle, cleo);
      page.fake.presence(ben, false, '2024-03-01T08:00:00.000Z');
    });
    translate();
    act(() => {
      page.fake.write(talk, ben, 'Kites!');
      page.fake.write(circle, ben, 'News');
      page.fake.rename(ben, 'Benjamin');
    });
    translate();
    await heading('Benjamin');
    expect((await rows()).filter((row) => row.includes('Benjamin'))).toHaveLength(1);
    page.fake.socketsOpen = false;
    act(() => {
      page.fake.dropSockets(1012);
    });
    await screen.findAllByText('Reconnecting…');
    translate();
    page.fake.socketsOpen = true;
    act(() => {
      dispatchEvent(new Event('online'));
    });
    await waitFor(() => {
      expect(screen.queryAllByText('Reconnecting…')).toEqual([]);
    });
    translate();
    fill(await screen.findByLabelText('Write a message'), 'Soup?');
    click('Send');
    await waitFor(() => {
      expect(talk.messages.at(-1)?.text).toBe('Soup?');
    });
    translate();
    act(() => {
      page.fake.read(talk, ben);
      page.fake.dropSockets(1012);
    });
    translate();
    fireEvent.click(await screen.findByText('Walkers', { selector: 'a *' }));
    await heading('Walkers');
    translate();
    click('Your profile');
    await screen.findByLabelText('Name');
    translate();
    click('Sign out');

    await screen.findByLabelText('E-mail address');
    translate();
    fill(await screen.findByLabelText('E-mail address'), 'ada@example.org');
    click('Mail me a code');
    fill(await screen.findByLabelText('Six-digit code'), '999999');
    await screen.findByText(/isn’t right/);
    translate();
    fill(await screen.findByLabelText('Six-digit code'), CODE);
    expect((await rows())[0]).toMatch(/Walkers|Benjamin/);
  });
});

describe('a part that throws', () => {
  it('leaves the others as they are, and can be drawn again', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { ada, talk, ben } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites!');
    page.open('/', ada);
    await rows();
    vi.stubGlobal('matchMedia', () => {
      throw new Error('a bug');
    });

    fireEvent.click(await screen.findByText('Ben Franklin', { selector: 'a *' }));

    await screen.findByText('Something went wrong in this part of the page.');
    expect((await rows())[0]).toMatch(/Ben Franklin/);
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    click('Try again');
    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/Kites!/)]);
    });
    expect(button('Record a voice message')).toBeDefined();
  });
});

describe('a dialog that throws', () => {
  it('is closed, and an alert says so', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { ada } = page.adaAndBen();
    page.fake.sessions = page.fake.sessions.map((session) => ({ ...session, lastUsedAt: 'never' }));
    page.open('/', ada);
    await rows();

    click('Your profile');

    expect(
      (await screen.findByText('That didn’t work. Try again.')).parentElement?.getAttribute('role'),
    ).toBe('alert');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await rows()).toHaveLength(1);
  });
});

describe('a browser that blocks storage', () => {
  it('lets one sign in and talk, and says what will not last', async () => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(denied);
    vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(denied);
    vi.stubGlobal('indexedDB', { open: denied, databases: denied });
    vi.stubGlobal('BroadcastChannel', denied);
    const { ada, ben } = page.people();
    const talk = page.fake.talk([ada, ben]);
    page.open(`/c/${talk.id}`);

    await screen.findByText(/Your browser blocks cookies and site data/);
    fill(await screen.findByLabelText('E-mail address'), ada.email);
    click('Mail me a code');
    fill(await screen.findByLabelText('Six-digit code'), CODE);
    fill(await screen.findByLabelText('Write a message'), 'Soup?');
    click('Send');

    await waitFor(async () => {
      expect(await said()).toEqual([expect.stringMatching(/^You: Soup\?.*Sent$/)]);
    });
  });
});
