import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect } from 'vitest';
import { createApp } from '@/app/app';
// What the app loads later is loaded before a test begins: compiling it is not what a test waits for.
import '@/app/signed-in-chunk';
import '@/app/keys-dialog';
import '@/features/conversation-list/row-menu';
import '@/features/conversation/actions/delete-dialog';
import '@/features/conversation/actions/message-menu';
import '@/features/conversation/conversation-pane';
import '@/features/conversation/details/details-dialog';
import '@/features/conversation/files/attachment-preview';
import '@/features/conversation/files/attach-menu';
import '@/features/conversation/emoji/emoji-popover';
import '@/features/conversation/find/find-bar';
import '@/features/conversation/reactions/reactors-dialog';
import '@/features/conversation/forward/forward-dialog';
import '@/features/conversation/head/head-menu';
import '@/features/conversation/receipts/receipts-dialog';
import '@/features/conversation/selection/selection-bar';
import '@/features/conversation/images/image-viewer';
import '@/features/conversation/voice/microphone-dialog';
import '@/features/conversation/voice/recorder';
import '@/features/conversation/voice/recording-bar';
import '@/features/new-conversation/new-conversation-dialog';
import '@/features/profile/profile-dialog';
import '@/shared/invites/invite-dialog';
import '@/shared/photo/crop-dialog';
import '@/shared/i18n/hindi';
import { FakeNatter } from './fake/fake-natter';
import type { Jar } from './fake/fake-natter';
import { serve } from './fake/serve';

interface Scene {
  fake: FakeNatter;
  jar: Jar;
}

/** A server of its own for every test, and the app on a page that talks to it. */
export function stage() {
  let scene: Scene | undefined;
  let close: (() => void) | undefined;
  const current = () => (scene ??= { fake: new FakeNatter(), jar: { userId: undefined } });
  serve(current);
  afterEach(() => {
    close?.();
    close = undefined;
    scene = undefined;
    history.replaceState(null, '', '/');
  });
  return {
    get fake() {
      return current().fake;
    },
    get jar() {
      return current().jar;
    },
    /** Opens the app at `path`, signed in as `user` if one is given. */
    open(path: string, user?: { id: string }) {
      if (user !== undefined) this.knows(user);
      history.replaceState(null, '', path);
      const app = createApp();
      close = app.close;
      return render(app.element);
    },
    /** A user has signed in here before: there is a cookie, and it is known whose. */
    knows(user: { id: string }) {
      current().jar.userId = user.id;
      localStorage.setItem('natter.owner', user.id);
    },
    /** Completes when the page has its socket. */
    connected: () =>
      waitFor(() => {
        expect(current().fake.connections).toBe(1);
      }),
    /** Some who have an account, and nothing to do with each other yet. */
    people() {
      const { fake } = current();
      return {
        ada: fake.person('Ada Lovelace'),
        ben: fake.person('Ben Franklin'),
        cleo: fake.person('Cleo de Nile'),
      };
    },
    /** Two people, and their conversation, in which nothing has been said yet. */
    adaAndBen() {
      const { fake } = current();
      const ada = fake.person('Ada Lovelace');
      const ben = fake.person('Ben Franklin');
      return { ada, ben, talk: fake.talk([ada, ben]) };
    },
    /** The same page, loaded anew: memory is gone, the cookie and the tab's storage stay. */
    reload() {
      close?.();
      cleanup();
      const app = createApp();
      close = app.close;
      return render(app.element);
    },
  };
}

/** Types, all at once. */
export function fill(field: HTMLElement, value: string) {
  fireEvent.change(field, { target: { value } });
}

/**
 * A button by its name, and a heading by its words. By hand: computing roles is most of what a page test spends its time
 * on, and that the names are right is axe's to say.
 */
export function button(name: string | RegExp): HTMLButtonElement {
  const matches = (element: HTMLButtonElement) => {
    const own = element.getAttribute('aria-label') ?? element.textContent.trim();
    return typeof name === 'string' ? own === name : name.test(own);
  };
  const [found, second] = [...document.getElementsByTagName('button')].filter(matches);
  if (found === undefined || second !== undefined) throw new Error(`not one button ${String(name)}`);
  return found;
}

export function click(name: string | RegExp) {
  fireEvent.click(button(name));
}

export function heading(words: string | RegExp): Promise<HTMLElement> {
  return screen.findByText(words, { selector: 'h1,h2,h3,h1 *,h2 *' });
}

/** Asserts that axe finds nothing to object to on the page as it is. */
export async function expectAccessible() {
  // Colours need a renderer: the browser test measures them.
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** The list of conversations, from top to bottom, as its entries read. */
export async function rows(): Promise<string[]> {
  const list = await screen.findByLabelText('Conversations', { selector: 'nav' });
  return [...list.getElementsByTagName('a')].map((link) => link.textContent);
}

/** What the open conversation says, message by message, with names, times and ticks. */
export async function said(): Promise<(string | null)[]> {
  const messages = await screen.findByLabelText('Messages');
  return [...messages.querySelectorAll('[data-message]')].map((each) => each.textContent);
}
