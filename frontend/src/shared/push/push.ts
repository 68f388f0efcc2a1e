import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import { Problem } from '@/shared/api/problem';

/** Whether this browser can be notified while the app is closed. */
export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in globalThis;
}

/**
 * Subscribes this browser to push notifications, or renews its subscription at the server. Needs the permission to notify.
 * False where the browser, its push service or the server has none; then the app notifies for as long as it is open.
 */
export async function subscribeToPush(api: Api): Promise<boolean> {
  if (!canPush()) return false;
  try {
    const { publicKey } = await answer(api.GET('/api/v1/push/key'));
    const { pushManager } = await navigator.serviceWorker.ready;
    const key = bytes(publicKey);
    const subscription = await suitable(pushManager, key);
    const { endpoint, keys } = subscription.toJSON();
    await answer(
      api.PUT('/api/v1/push/subscription', {
        body: {
          endpoint: endpoint ?? '',
          keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' },
        },
      }),
    );
    return true;
  } catch (reason) {
    if (reason instanceof Problem || reason instanceof DOMException) return false;
    throw reason;
  }
}

/** Ends the subscription, here and at the server. Never fails: what the server keeps ends with its next notification. */
export async function unsubscribeFromPush(api: Api): Promise<void> {
  if (!canPush()) return;
  const worker = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  const subscription = await worker?.pushManager.getSubscription().catch(() => null);
  await Promise.allSettled([subscription?.unsubscribe(), api.DELETE('/api/v1/push/subscription')]);
}

/** A subscription for another key, of an earlier installation, is replaced. */
async function suitable(manager: PushManager, key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> {
  const kept = await manager.getSubscription();
  if (kept !== null && isSame(kept.options.applicationServerKey, key)) return kept;
  await kept?.unsubscribe();
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function isSame(kept: ArrayBuffer | null, key: Uint8Array): boolean {
  if (kept === null) return true;
  const bytes = new Uint8Array(kept);
  return bytes.length === key.length && bytes.every((byte, at) => byte === key[at]);
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
