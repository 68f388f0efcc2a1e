import type { Conversation, Message } from '@/shared/api/model';
import { locks } from '@/shared/local/locks';
import { isMuted } from '@/shared/own-view/muted';
import type { Preferences } from '@/shared/preferences/preferences';

/** What a notification leads to. */
interface NoticeOptions extends NotificationOptions {
  data: { path: string };
}

export interface Call {
  message: Message;
  title: string;
  body: string;
  stillUnread: () => boolean;
}

/** What is read within this time, here, in another tab or on another device, needs no call. */
const MAX_WAIT_MS = 900;
/** Of several tabs the first to come calls, and holds the others off for as long. */
const HOLD_MS = 3_000;

/** Calls a user who is not looking: a number on the app, a sound, a notification. */
export class Calls {
  readonly #preferences: Preferences;
  readonly #go: (path: string) => void;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /** `go` shows the page at a path. */
  constructor(preferences: Preferences, go: (path: string) => void) {
    this.#preferences = preferences;
    this.#go = go;
  }

  /** How much is unread stands on the app's icon, where the system shows it. */
  count(conversations: readonly Conversation[]) {
    const heard = conversations.filter((each) => !isMuted(each));
    const unread = heard.reduce((sum, each) => sum + each.unread, 0);
    const badge = navigator as Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;
    void (unread > 0 ? badge.setAppBadge?.(unread) : badge.clearAppBadge?.())?.catch(() => undefined);
  }

  call(call: Call) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!call.stillUnread()) return;
      void this.#first(call);
    }, MAX_WAIT_MS);
    this.#timers.add(timer);
  }

  dispose() {
    this.#timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.count([]);
  }

  /** Calls, unless another tab does. */
  async #first(call: Call) {
    const shared = locks();
    if (shared === undefined) {
      await this.#make(call);
      return;
    }
    const name = `natter.call.${call.message.id}`;
    await shared.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      await this.#make(call);
      await new Promise((resolve) => setTimeout(resolve, HOLD_MS));
    });
  }

  async #make({ message, title, body }: Call) {
    const { sound, notices } = this.#preferences.getSnapshot();
    if (sound) chime();
    if (!notices || document.hasFocus() || !('Notification' in globalThis)) return;
    if (Notification.permission !== 'granted') return;
    const { conversationId } = message;
    const path = `/c/${encodeURIComponent(conversationId)}`;
    const options: NoticeOptions = {
      body,
      tag: conversationId,
      icon: '/icon-192.png',
      silent: true,
      data: { path },
    };
    const worker = await workers()?.getRegistration();
    // On a phone only the service worker may show one; it also gets the click, and passes it on.
    if (worker?.active) {
      await worker.showNotification(title, options).catch(() => undefined);
      return;
    }
    const notice = new Notification(title, options);
    notice.onclick = () => {
      focus();
      notice.close();
      this.#go(path);
    };
  }
}

function workers(): ServiceWorkerContainer | undefined {
  return (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
}

/** Two soft notes, made here: no file to fetch. A page without a touch may not sound, and stays silent. */
function chime() {
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  [660, 880].forEach((frequency, at) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const begin = audio.currentTime + at * 0.12;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(0.08, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.25);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + 0.3);
  });
  setTimeout(() => void audio.close(), 1_000);
}
