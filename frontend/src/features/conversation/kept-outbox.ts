import type { KeptOutgoing, LocalStore } from '@/shared/local/local-store';
import type { TabMark } from '@/shared/local/tab-mark';
import type { OutboxJournal } from './outbox';
import type { Outgoing } from './timeline';

/** The outboxes' journal on this device. Each message is one tab's to send: when that tab is gone, another takes it over. */
export class KeptOutbox {
  readonly #local: LocalStore;
  readonly #tab: TabMark;
  readonly #orders = new Map<string, number>();
  #last = 0;

  constructor(local: LocalStore, tab: TabMark) {
    this.#local = local;
    this.#tab = tab;
  }

  journalOf(conversationId: string): OutboxJournal {
    return {
      keep: ({ clientMessageId, text, createdAt, failure, image, forwarded, replyTo }) => {
        this.#local.keepOutgoing({
          clientMessageId,
          conversationId,
          tab: this.#tab.id,
          order: this.#orderOf(clientMessageId),
          text,
          createdAt,
          failure,
          forwarded,
          replyTo,
          image: image && {
            blob: image.blob,
            width: image.width,
            height: image.height,
            imageId: image.imageId,
          },
        });
      },
      forget: (clientMessageId) => {
        this.#orders.delete(clientMessageId);
        this.#local.forgetOutgoing(clientMessageId);
      },
    };
  }

  /** What tabs that are gone have left, by conversation and in the order written. */
  async orphans(): Promise<Map<string, Outgoing[]>> {
    const kept = await this.#local.outbox();
    const tabs = [...new Set(kept.map(({ tab }) => tab))];
    const gone = new Set<string>();
    for (const tab of tabs) if (await this.#tab.isGone(tab)) gone.add(tab);
    const orphans = new Map<string, Outgoing[]>();
    for (const each of kept.filter(({ tab }) => gone.has(tab))) {
      this.#orders.set(each.clientMessageId, each.order);
      orphans.set(each.conversationId, [...(orphans.get(each.conversationId) ?? []), outgoingOf(each)]);
    }
    return orphans;
  }

  #orderOf(clientMessageId: string): number {
    const known = this.#orders.get(clientMessageId);
    if (known !== undefined) return known;
    this.#last = Math.max(this.#last + 1, Date.now() * 1_000);
    this.#orders.set(clientMessageId, this.#last);
    return this.#last;
  }
}

function outgoingOf({ clientMessageId, text, createdAt, image, forwarded, replyTo }: KeptOutgoing): Outgoing {
  return {
    clientMessageId,
    text,
    createdAt,
    failure: undefined,
    forwarded,
    replyTo,
    image: image && { ...image, progress: 0 },
  };
}
