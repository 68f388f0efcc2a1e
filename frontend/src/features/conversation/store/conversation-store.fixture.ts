import { ConversationStore } from './conversation-store';
import type { ModelServer } from './model-server.fixture';
import type { OutgoingImage } from './timeline';

export const ME = 'u-ada';

export const noJournal = { keep: () => undefined, forget: () => undefined };

export const texts = (store: ConversationStore) => store.getSnapshot().messages.map(({ text }) => text);
export const seqs = (store: ConversationStore) => store.getSnapshot().messages.map(({ seq }) => seq);

export const picture = (): OutgoingImage => ({
  kind: 'image',
  blob: new Blob(['x']),
  width: 4,
  height: 3,
  progress: 0,
  id: undefined,
});

/** A store of a conversation that is looked at. */
export function opened(server: ModelServer) {
  const store = new ConversationStore(ME, server, noJournal);
  server.attach(store);
  store.subscribe(() => undefined);
  return store;
}
