import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '@/shared/api/model';
import type { Preferences } from '@/shared/preferences/preferences';
import { message } from '../../../test/messages';
import { Calls } from '../calls';
import { onNoticeClick } from '../notice-click';

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

const calls = (notices: boolean, sound = false) =>
  new Calls({ getSnapshot: () => ({ notices, sound }) } as unknown as Preferences, went);
const call = (unread: boolean) => ({
  message: message({ seq: 1 }),
  title: 'Ben',
  body: 'Kites!',
  stillUnread: () => unread,
});

describe('a call', () => {
  it('is made when the user wants it and is not looking', async () => {
    calls(true).call(call(true));
    await vi.advanceTimersByTimeAsync(1_000);

    expect(shown.mock.calls).toEqual([['Ben', 'Kites!']]);
  });

  it.each([
    ['what was read meanwhile', true, false, false],
    ['what is on a page that has the focus', true, true, true],
    ['a user who does not want it', false, true, false],
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

/** A device that tells which notes were played on it. */
function loudspeaker() {
  const played: number[] = [];
  class Part {
    readonly frequency = { value: 0 };
    readonly gain = {
      setValueAtTime: () => undefined,
      linearRampToValueAtTime: () => undefined,
      exponentialRampToValueAtTime: () => undefined,
    };
    connect = (next: unknown) => next;
    start = () => played.push(this.frequency.value);
    stop = () => undefined;
  }
  const closed = vi.fn(() => Promise.resolve());
  class Audio {
    readonly currentTime = 0;
    readonly destination = {};
    createOscillator = () => new Part();
    createGain = () => new Part();
    close = closed;
  }
  vi.stubGlobal('AudioContext', Audio);
  return { played, closed };
}

describe('the chime', () => {
  it('sounds when a call is made and sound is on, and lets go of the device', async () => {
    const { played, closed } = loudspeaker();
    calls(false, true).call(call(true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(played).toEqual([660, 880]);

    await vi.advanceTimersByTimeAsync(1_000);

    expect(closed).toHaveBeenCalledOnce();
  });

  it.each([
    ['sound is off', false, true],
    ['it was read meanwhile', true, false],
  ])('stays silent when %s', async (_, sound, unread) => {
    const { played } = loudspeaker();
    calls(true, sound).call(call(unread));
    await vi.advanceTimersByTimeAsync(1_000);

    expect(played).toEqual([]);
  });
});

describe('the number on the app’s icon', () => {
  it('is how much is unread in all, and goes when nothing is, and with the one who is signed in', () => {
    const badge: (number | undefined)[] = [];
    vi.stubGlobal('navigator', {
      setAppBadge: (count: number) => Promise.resolve(badge.push(count)),
      clearAppBadge: () => Promise.resolve(badge.push(undefined)),
    });
    const mine = { mutedUntil: null, pinned: false, archived: false, markedUnread: false };
    const unread = (...counts: number[]) =>
      counts.map((each) => ({ unread: each, mine }) as unknown as Conversation);

    const icon = calls(true);
    icon.count(unread(2, 0, 3));
    icon.count(unread(0));
    icon.count(unread(1));
    icon.dispose();

    expect(badge).toEqual([5, undefined, 1, undefined]);
  });
});
