import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, expectAccessible, rows, stage } from '../../../test/page';

const page = stage();

const ENDPOINT = 'https://push.example.net/send/1';

/** A browser that can push, and whose owner has not been asked yet. */
function browser(answer: NotificationPermission) {
  const notification = {
    permission: 'default' as NotificationPermission,
    requestPermission: vi.fn(() => {
      notification.permission = answer;
      return Promise.resolve(answer);
    }),
  };
  const unsubscribe = vi.fn(() => Promise.resolve(true));
  const subscribe = vi.fn(() =>
    Promise.resolve({ toJSON: () => ({ endpoint: ENDPOINT, keys: { p256dh: 'p', auth: 'a' } }) }),
  );
  const pushManager = { subscribe, getSubscription: () => Promise.resolve(null) };
  const registration = {
    pushManager: { ...pushManager, getSubscription: () => Promise.resolve({ unsubscribe }) },
  };
  vi.stubGlobal('Notification', notification);
  vi.stubGlobal('PushManager', {});
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: {
      ready: Promise.resolve({ pushManager }),
      getRegistration: () => Promise.resolve(registration),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
  });
  return { notification, subscribe, unsubscribe };
}

async function talk(sent: boolean) {
  const { ada, ben } = page.people();
  const withBen = page.fake.talk([ada, ben]);
  page.fake.write(withBen, sent ? ada : ben, 'hello');
  page.open('/', ada);
  await rows();
  await page.connected();
  return { ada, ben, withBen };
}

describe('notifications while the app is closed', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });

  it('are offered after the first own message, and ask the browser only on a click', async () => {
    const { notification, subscribe } = browser('granted');
    const { ada } = await talk(true);

    await screen.findByText('Get notified of replies?');
    await expectAccessible();
    expect(notification.requestPermission).not.toHaveBeenCalled();
    click('Turn on');

    await waitFor(() => {
      expect(page.fake.subscriptions.get(ENDPOINT)).toMatchObject({
        userId: ada.id,
        keys: { p256dh: 'p', auth: 'a' },
      });
    });
    expect(subscribe).toHaveBeenCalledWith({
      userVisibleOnly: true,
      applicationServerKey: Uint8Array.from([4, 1, 2]),
    });
    expect(screen.queryByText('Get notified of replies?')).toBeNull();
  });

  it('are not offered before', async () => {
    browser('granted');
    await talk(false);

    expect(screen.queryByText('Get notified of replies?')).toBeNull();
  });

  it('are offered once', async () => {
    const { notification } = browser('granted');
    await talk(true);
    await screen.findByText('Get notified of replies?');

    click('Not now');

    expect(screen.queryByText('Get notified of replies?')).toBeNull();
    page.reload();
    await rows();
    expect(screen.queryByText('Get notified of replies?')).toBeNull();
    expect(notification.requestPermission).not.toHaveBeenCalled();
  });

  it('are turned off in the profile, here and at the server', async () => {
    const { unsubscribe } = browser('granted');
    await talk(true);
    await screen.findByText('Get notified of replies?');
    click('Turn on');
    await waitFor(() => {
      expect(page.fake.subscriptions.size).toBe(1);
    });

    click('Your profile');
    fireEvent.click(await screen.findByLabelText('Notifications'));

    await waitFor(() => {
      expect(page.fake.subscriptions.size).toBe(0);
    });
    expect(unsubscribe).toHaveBeenCalled();
  });

  it('are renewed at each start', async () => {
    browser('granted');
    await talk(true);
    await screen.findByText('Get notified of replies?');
    click('Turn on');
    await waitFor(() => {
      expect(page.fake.subscriptions.size).toBe(1);
    });
    page.fake.subscriptions.clear();

    page.reload();
    await rows();

    await waitFor(() => {
      expect(page.fake.subscriptions.size).toBe(1);
    });
  });

  it('do without the server where it has no keys', async () => {
    const { subscribe } = browser('granted');
    await talk(true);
    await screen.findByText('Get notified of replies?');
    page.fake.next('GET /api/v1/push/key', () => problem(404, 'push_off'));

    click('Turn on');

    await waitFor(() => {
      expect(page.fake.requests).toContain('GET /api/v1/push/key');
    });
    expect(subscribe).not.toHaveBeenCalled();
  });
});

describe('the server', () => {
  it('hears whether a person can see the app', async () => {
    await talk(false);
    await waitFor(() => {
      expect(page.fake.frames).toContainEqual({ type: 'visible', visible: true });
    });

    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    fireEvent(document, new Event('visibilitychange'));

    await waitFor(() => {
      expect(page.fake.frames).toContainEqual({ type: 'visible', visible: false });
    });
  });
});
