import type { Message } from '@/shared/api/model';

/** What is being written besides a plain message. */
export interface ComposingSnapshot {
  /** The message that one answers. */
  readonly replyTo: Message | undefined;
  /** The message that one edits, and its new text so far. What was half written before stays a draft. */
  readonly edit: { readonly message: Message; readonly text: string } | undefined;
}

const PLAIN: ComposingSnapshot = { replyTo: undefined, edit: undefined };

/** Whether one answers or edits a message of a conversation; kept while one looks elsewhere. */
export class Composing {
  #snapshot = PLAIN;
  readonly #watchers = new Set<() => void>();

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#snapshot;

  reply(message: Message) {
    this.#become({ replyTo: message, edit: undefined });
  }

  /** `text` is the message's, as one writes it. */
  edit(message: Message, text: string) {
    this.#become({ ...this.#snapshot, edit: { message, text } });
  }

  /** Ends the editing, or else the reply. */
  cancel() {
    const { replyTo, edit } = this.#snapshot;
    this.#become(edit === undefined ? PLAIN : { replyTo, edit: undefined });
  }

  /** What was written is sent. */
  sent() {
    this.#become(PLAIN);
  }

  #become(next: ComposingSnapshot) {
    this.#snapshot = next;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
