import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect } from 'vitest';
import { createApp } from '@/app/app';
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
      if (user !== undefined) current().jar.userId = user.id;
      history.replaceState(null, '', path);
      const app = createApp();
      close = app.close;
      return render(app.element);
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

export function click(name: string | RegExp) {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** Asserts that axe finds nothing to object to on the page as it is. */
export async function expectAccessible() {
  // Colours need a renderer: the browser test measures them.
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
