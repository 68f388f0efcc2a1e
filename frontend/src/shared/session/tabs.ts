import type { User } from '@/shared/api/model';

/** An access token and how long it lasts, by this machine's clock. It lives in memory and nowhere else. */
export interface AccessToken {
  value: string;
  expiresAt: number;
}

export type TabNews = { type: 'token'; token: AccessToken; user: User } | { type: 'signed-out' };

/** How the tabs of one browser tell each other about the session they share. */
export class Tabs {
  readonly #channel = channel();

  tell(news: TabNews) {
    this.#channel?.postMessage(news);
  }

  listen(listener: (news: TabNews) => void) {
    if (this.#channel === undefined) return;
    // Only pages of our own origin can post here.
    this.#channel.onmessage = (event: MessageEvent<TabNews>) => {
      listener(event.data);
    };
  }

  close() {
    this.#channel?.close();
  }
}

/** None where the browser blocks storage: each tab is on its own then. */
function channel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('natter.session');
  } catch {
    return undefined;
  }
}
