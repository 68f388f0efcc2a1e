import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { LocalStore } from '@/shared/local/local-store';
import type { TabMark } from '@/shared/local/tab-mark';
import { KeptOutbox, NOT_KEPT } from './kept-outbox';

it('keeps the bytes of attachments up to a bound, and says of what is beyond that it has to be chosen again', async () => {
  const local = new LocalStore('u-kept');
  const outbox = new KeptOutbox(
    local,
    { id: 'tab', isGone: () => Promise.resolve(true) } as unknown as TabMark,
    10,
  );
  const journal = outbox.journalOf('c-1');
  const send = (id: string, bytes: number) => {
    journal.keep({
      clientMessageId: id,
      text: '',
      createdAt: '2026-01-01T00:00:00.000Z',
      failure: undefined,
      attachment: { kind: 'file', name: id, blob: new Blob(['x'.repeat(bytes)]), progress: 0, id: undefined },
    });
  };
  send('first', 6);
  send('second', 5);
  journal.forget('first');
  send('third', 10);

  await vi.waitFor(async () => {
    const kept = (await outbox.orphans()).get('c-1') ?? [];
    expect(kept.map(({ clientMessageId, failure }) => [clientMessageId, failure])).toEqual([
      ['second', NOT_KEPT],
      ['third', undefined],
    ]);
  });
});
