import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NewVersionOffer } from '../new-version-offer';

const HOUR_MS = 60 * 60_000;
const QUESTION = 'A new version of Natter is available.';

/** What the server answers to a request for the page. */
const fetched = vi.fn<() => Promise<Response>>();

const page = (entry: string) =>
  new Response(`<script type="module" src="/assets/index-${entry}.js"></script>`);

/** The page becomes visible, this long after the last time. */
function comeBack(afterMs: number) {
  vi.setSystemTime(Date.now() + afterMs);
  fireEvent(document, new Event('visibilitychange'));
}

describe('the offer to reload', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.stubGlobal('fetch', fetched);
    const own = document.createElement('script');
    own.type = 'text/plain';
    own.src = '/assets/index-OWN.js';
    document.head.append(own);
    render(<NewVersionOffer />);
  });

  afterEach(() => {
    cleanup();
    document.head.replaceChildren();
    fetched.mockReset();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is made when the server has another version, until it is declined', async () => {
    fetched.mockImplementation(() => Promise.resolve(page('NEXT')));
    comeBack(HOUR_MS);

    expect((await screen.findByRole('status')).textContent).toBe(QUESTION);
    expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    expect(screen.queryByRole('status')).toBeNull();
  });

  it.each([
    ['the same version', () => Promise.resolve(page('OWN'))],
    ['a page that is not Natter', () => Promise.resolve(new Response('<h1>Log in to the Wi-Fi</h1>'))],
    ['no answer', () => Promise.reject(new TypeError('offline'))],
  ])('is not made for %s', async (_, answer) => {
    fetched.mockImplementation(answer);

    await act(async () => {
      comeBack(HOUR_MS);
      await new Promise((resolve) => setTimeout(resolve));
    });

    expect(fetched).toHaveBeenCalledOnce();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('asks the server once an hour at most', async () => {
    fetched.mockImplementation(() => Promise.resolve(page('OWN')));
    comeBack(HOUR_MS - 1);
    expect(fetched).not.toHaveBeenCalled();
    comeBack(1);
    comeBack(HOUR_MS - 1);
    await waitFor(() => {
      expect(fetched).toHaveBeenCalledOnce();
    });
  });
});
