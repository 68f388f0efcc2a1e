import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { message } from '../../../test/messages';
import { LocalStore } from './local-store';
import { wipeCopies } from './wipe-local';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

/** A store that keeps a message, as after a conversation was looked at. */
async function used(): Promise<LocalStore> {
  const store = new LocalStore('ada');
  store.keepMessages('c', { items: [message({ seq: 1 })], events: [], hasMore: false, settled: 1 });
  await vi.waitUntil(async () => (await store.messages('c')) !== undefined);
  return store;
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('wiping the copies', () => {
  it('removes a database without anything unsent, also one that is still open', async () => {
    await used();

    await wipeCopies();

    expect(await names()).toEqual([]);
  });

  it('keeps what is half written, and nothing else', async () => {
    const store = await used();
    store.keepDraft('c', 'half a sen');
    store.close();

    await wipeCopies();

    const again = new LocalStore('ada');
    expect([...(await again.drafts())]).toEqual([['c', 'half a sen']]);
    expect(await again.messages('c')).toBeUndefined();
  });

  it('takes blanks for nothing written', async () => {
    const store = await used();
    store.keepDraft('c', 'half');
    store.keepDraft('c', ' \n');
    store.close();

    await wipeCopies();

    expect(await names()).toEqual([]);
  });

  it('does not get in the way of who signs in where another tab has removed the database meanwhile', async () => {
    vi.spyOn(indexedDB, 'databases').mockResolvedValueOnce([{ name: 'natter.ada', version: 1 }]);

    const open = vi.spyOn(indexedDB, 'open');
    const wiped = wipeCopies();
    while (open.mock.calls.length === 0) await Promise.resolve();
    const next = used();
    await wiped;

    expect((await (await next).messages('c'))?.items).toHaveLength(1);
    expect(await names()).toEqual(['natter.ada']);
  });
});
