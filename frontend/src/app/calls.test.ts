import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Preferences } from '@/shared/preferences/preferences';
import { message } from '../../test/messages';
import { Calls } from './calls';
import { onNoticeClick } from './notice-click';

const shown = vi.fn();
const looking = { focused: false };
const went = vi.fn();
let notice: { onclick?: () => void; close?: () => void } = {};

beforeEach(() => {
  vi.useFakeTimers();
  shown.mockClear();
  went.mockClear();
  looking.focused = false;
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('document', { hasFocus: () => looking.focused });
  vi.stubGlobal('focus', () => undefined);
  function Notice(title: string, options: NotificationOptions) {
    shown(title, options.body);
    notice = { close: () => undefined };
    return notice;
  }
  vi.stubGlobal('Notification', Object.assign(Notice, { permission: 'granted' }));
});

const calls = (notices: boolean) =>
  new Calls({ getSnapshot: () => ({ notices, sound: false }) } as unknown as Preferences, went);
const call = (unread: boolean) => ({
  message: message({ seq: 1 }),
  title: 'Ben',
  body: 'Kites!',
  stillUnread: () => unread,
});

describe('a call', () => {
  it('is made when somebody wants it and is not looking', async () => {
    calls(true).call(call(true));
    await vi.advanceTimersByTimeAsync(1_000);

    expect(shown.mock.calls).toEqual([['Ben', 'Kites!']]);
  });

  it.each([
    ['what was read meanwhile', true, false, false],
    ['what is on a page that has the focus', true, true, true],
    ['somebody who does not want it', false, true, false],
  ])('is not made for %s', async (_, notices, unread, focused) => {
    looking.focused = focused;
    calls(notices).call(call(unread));
    await vi.advanceTimersByTimeAsync(1_000);

    expect(shown).not.toHaveBeenCalled();
  });

  it('leads to its conversation', async () => {
    calls(true).call(call(true));
    await vi.advanceTimersByTimeAsync(1_000);

    notice.onclick?.();

    expect(went.mock.calls).toEqual([['/c/c-1']]);
  });

  it('is left to the service worker where there is one, which passes a click on', async () => {
    const worker = new EventTarget();
    const showNotification = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', {
      serviceWorker: Object.assign(worker, {
        getRegistration: () => Promise.resolve({ active: {}, showNotification }),
      }),
    });
    const end = onNoticeClick(went);
    calls(true).call(call(true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(showNotification).toHaveBeenCalledWith(
      'Ben',
      expect.objectContaining({ body: 'Kites!', data: { path: '/c/c-1' } }),
    );
    expect(shown).not.toHaveBeenCalled();

    worker.dispatchEvent(new MessageEvent('message', { data: { type: 'natter.open', path: '/c/c-1' } }));
    worker.dispatchEvent(new MessageEvent('message', { data: { type: 'natter.open', path: '//elsewhere' } }));
    end();

    expect(went.mock.calls).toEqual([['/c/c-1']]);
  });
});
