import type { KeptOutgoing, LocalStore } from '@/shared/local/local-store';
import type { TabMark } from '@/shared/local/tab-mark';
import type { OutboxJournal } from './outbox';
import type { Outgoing, OutgoingAttachment } from './timeline';

/** Bytes of attachments that one tab keeps; what is beyond is sent from memory, and lost with the page. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Why a message cannot be sent: its attachment was too large to be kept. */
export const NOT_KEPT = 'not_kept';

/** The outboxes' journal on this device. Each message is one tab's to send: when that tab is gone, another takes it over. */
export class KeptOutbox {
  readonly #local: LocalStore;
  readonly #tab: TabMark;
  readonly #orders = new Map<string, number>();
  /** Bytes of the attachment of each message. */
  readonly #sizes = new Map<string, number>();
  readonly #mostBytes: number;
  #last = 0;

  constructor(local: LocalStore, tab: TabMark, mostBytes = MOST_BYTES) {
    this.#local = local;
    this.#tab = tab;
    this.#mostBytes = mostBytes;
  }

  journalOf(conversationId: string): OutboxJournal {
    return {
      keep: ({ clientMessageId, text, createdAt, failure, attachment, forwarded, replyTo }) => {
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
          attachment: attachment && this.#bounded(clientMessageId, attachment),
        });
      },
      forget: (clientMessageId) => {
        this.#orders.delete(clientMessageId);
        this.#sizes.delete(clientMessageId);
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

  /** The attachment, without its bytes where there are too many already. */
  #bounded(clientMessageId: string, attachment: OutgoingAttachment): KeptOutgoing['attachment'] {
    const { size } = attachment.blob;
    this.#sizes.delete(clientMessageId);
    const others = [...this.#sizes.values()].reduce((sum, each) => sum + each, 0);
    if (others + size > this.#mostBytes) return { ...attachment, blob: undefined };
    this.#sizes.set(clientMessageId, size);
    return attachment;
  }

  #orderOf(clientMessageId: string): number {
    const known = this.#orders.get(clientMessageId);
    if (known !== undefined) return known;
    this.#last = Math.max(this.#last + 1, Date.now() * 1_000);
    this.#orders.set(clientMessageId, this.#last);
    return this.#last;
  }
}

function outgoingOf(kept: KeptOutgoing): Outgoing {
  const { clientMessageId, text, createdAt, forwarded, replyTo, attachment } = kept;
  const lost = attachment !== undefined && attachment.blob === undefined && attachment.id === undefined;
  return {
    clientMessageId,
    text,
    createdAt,
    failure: lost ? NOT_KEPT : undefined,
    forwarded,
    replyTo,
    attachment: attachment && { ...attachment, blob: attachment.blob ?? new Blob(), progress: 0 },
  };
}
