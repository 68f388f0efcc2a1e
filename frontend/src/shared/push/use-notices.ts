import { useEffect } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { usePreferences } from '@/shared/preferences/use-preferences';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { subscribeToPush, unsubscribeFromPush } from './push';
import { leaveWords } from './worker-words';

function permission(): NotificationPermission | undefined {
  return 'Notification' in globalThis ? Notification.permission : undefined;
}

/** Whether a click may still ask the browser for the permission to notify. */
export function mayAsk(): boolean {
  return permission() === 'default';
}

/** Turns notifications on, which asks the browser for its permission, or off. Call it only on a click. */
export function useNotices() {
  const { api, toasts } = useSignedIn();
  const { preferences } = usePreferences();
  const words = useLanguage().texts.preferences;
  return async (wanted: boolean) => {
    const allowed = wanted && (await Notification.requestPermission()) === 'granted';
    preferences.choose({ notices: allowed, noticesOffered: true });
    if (wanted && !allowed) toasts.fail(words.noticesBlocked);
    if (!allowed) await unsubscribeFromPush(api);
  };
}

/** Subscribes this browser while notifications are on, at each start anew: push services and servers forget some. */
export function usePush() {
  const { api } = useSignedIn();
  const { notices } = usePreferences().current;
  const { texts } = useLanguage();
  const { push, attachments } = texts;
  useEffect(() => {
    if (notices && permission() === 'granted') void subscribeToPush(api);
  }, [api, notices]);
  useEffect(() => {
    void leaveWords({
      picture: attachments.picture,
      voice: attachments.voice,
      file: attachments.fileNamed('{name}'),
      said: push.said,
      reply: push.reply,
      notSent: push.notSent,
    });
  }, [push, attachments]);
}
