import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Preferences } from '@/shared/preferences/preferences';
import { message } from '../../test/messages';
import { Calls } from './calls';

const shown = vi.fn();
const looking = { focused: false };

beforeEach(() => {
  vi.useFakeTimers();
  shown.mockClear();
  looking.focused = false;
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('document', { hasFocus: () => looking.focused });
  function Notice(title: string, options: NotificationOptions) {
    shown(title, options.body);
  }
  vi.stubGlobal('Notification', Object.assign(Notice, { permission: 'granted' }));
});

const calls = (notices: boolean) =>
  new Calls({ getSnapshot: () => ({ notices, sound: false }) } as unknown as Preferences);
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
});
