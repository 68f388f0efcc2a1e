import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/shared/api/problem';
import { message } from '../../../../test/messages';
import { ConversationStore } from './conversation-store';
import { ME, noJournal, opened, seqs, texts } from './conversation-store.fixture';
import { ModelServer } from './model-server.fixture';

beforeEach(() => {
  vi.useFakeTimers();
});

describe('the history of a conversation', () => {
  it('fetches a gap', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    server.write('lost on the way', 'lose');
    server.write('arrives', 'push');

    await server.settle();

    expect(texts(store)).toEqual(['lost on the way', 'arrives']);
  });

  it('takes entries that are no messages for what they are, and asks for nothing when none is missing', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    const asked = server.fetches;
    server.write('one', 'push');
    server.pass('push');
    server.write('three', 'push');
    await server.settle();
    expect(texts(store)).toEqual(['one', 'three']);
    expect(server.fetches).toBe(asked);

    server.pass('lose');
    server.pass('push');
    await server.settle();

    expect(store.getSnapshot().settled).toBe(5);
    expect(server.fetches).toBe(asked + 1);
  });

  it('shows what came after a gap without waiting, and asks ever more rarely for what the server does not know yet', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    const asked = server.fetches;
    store.arrive(message({ seq: 2, text: 'after the gap' }));
    await server.settle();
    expect(texts(store)).toEqual(['after the gap']);

    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.fetches - asked).toBeLessThanOrEqual(12);
    server.write('in the gap', 'lose');
    server.write('after the gap', 'lose');
    await vi.advanceTimersByTimeAsync(30_000);

    expect(texts(store)).toEqual(['in the gap', 'after the gap']);
    expect(store.getSnapshot().settled).toBe(2);
  });

  it('fetches what was missed while away', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    for (let n = 1; n <= 250; n++) server.write(`n${n}`, 'lose');

    await Promise.all([store.resume(), server.settle()]);

    expect(seqs(store)).toHaveLength(250);
  });

  it('leaves the rest to the reader when far too much was missed', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    for (let n = 1; n <= 1_200; n++) server.write(`n${n}`, 'lose');

    await Promise.all([store.resume(), server.settle()]);

    expect(seqs(store)).toHaveLength(1_000);
    expect(store.getSnapshot()).toMatchObject({ phase: 'ready', newer: 'more' });
    await Promise.all([store.loadNewer(), server.settle()]);
    await Promise.all([store.loadNewer(), server.settle()]);
    expect(seqs(store)).toEqual(Array.from({ length: 1_200 }, (_, at) => at + 1));
  });

  it('takes everything for read before what is unread, however much one has written oneself in between', async () => {
    const server = new ModelServer(ME);
    server.write('read', 'lose');
    for (let n = 1; n <= 150; n++) server.writeMine(`mine ${n}`);
    server.write('unread', 'lose');
    server.readTo = 1;
    const store = opened(server);

    await store.open();

    expect(texts(store).at(-1)).toBe('unread');
    expect(store.getSnapshot()).toMatchObject({ readSeq: 151, newer: 'none', older: 'more' });
  });

  it('begins where the unread do when not all of them are in the latest page', async () => {
    const server = new ModelServer(ME);
    server.write('read', 'lose');
    server.write('unread', 'lose');
    for (let n = 1; n <= 150; n++) server.writeMine(`mine ${n}`);
    server.write('unread, too', 'lose');
    server.readTo = 1;
    const store = opened(server);

    await store.open();

    expect(texts(store).slice(0, 2)).toEqual(['read', 'unread']);
    expect(store.getSnapshot()).toMatchObject({ readSeq: 1, newer: 'more', older: 'none' });
  });

  it('waits with a conversation that is not looked at until it is', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    const elsewhere = new ConversationStore(ME, server, noJournal);
    await Promise.all([elsewhere.open(), store.open(), server.settle()]);
    server.write('missed', 'lose');

    await Promise.all([elsewhere.resume(), server.settle()]);
    expect(texts(elsewhere)).toEqual([]);

    await Promise.all([elsewhere.open(), server.settle()]);
    expect(texts(elsewhere)).toEqual(['missed']);
  });

  it('loads history page by page until its start', async () => {
    const server = new ModelServer(ME);
    for (let n = 1; n <= 70; n++) server.write(`n${n}`, 'lose');
    const store = opened(server);
    await Promise.all([store.open(), server.settle()]);
    expect(seqs(store)[0]).toBe(41);

    await Promise.all([store.loadOlder(), server.settle()]);
    await Promise.all([store.loadOlder(), server.settle()]);

    expect(seqs(store)).toHaveLength(70);
    expect(store.getSnapshot().older).toBe('none');
  });

  it('says why it could not be opened, and opens on the next try', async () => {
    const server = new ModelServer(ME);
    server.reachable = false;
    const store = opened(server);
    await Promise.all([store.open(), server.settle()]);
    expect(store.getSnapshot().phase).toEqual({ problem: expect.any(Problem) as Problem });

    server.reachable = true;
    await Promise.all([store.open(), server.settle()]);

    expect(store.getSnapshot().phase).toBe('ready');
  });

  it('shows at once what this device has kept, and then what has come since', async () => {
    const server = new ModelServer(ME, () => 50);
    for (let n = 1; n <= 40; n++) server.write(`n${n}`, 'lose');
    server.kept = { items: server.stored.slice(20, 35), events: [], hasMore: true, settled: 35 };
    const store = opened(server);

    void store.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(seqs(store)).toHaveLength(15);
    expect(store.getSnapshot()).toMatchObject({ phase: 'kept', older: 'more' });

    await server.settle();
    expect(store.getSnapshot().phase).toBe('ready');
    expect(seqs(store)).toEqual(Array.from({ length: 20 }, (_, at) => at + 21));
  });

  it('begins where one stopped reading when very much is unread, and goes on both ways', async () => {
    const server = new ModelServer(ME);
    for (let n = 1; n <= 400; n++) server.write(`n${n}`, 'lose');
    server.readTo = 200;
    const store = opened(server);

    await store.open();
    expect(seqs(store)).toEqual(Array.from({ length: 130 }, (_, at) => at + 171));
    expect(store.getSnapshot()).toMatchObject({ older: 'more', newer: 'more' });

    await store.loadOlder();
    await store.loadNewer();
    expect(seqs(store)).toEqual(Array.from({ length: 260 }, (_, at) => at + 141));
    expect(store.getSnapshot()).toMatchObject({ older: 'more', newer: 'none' });
  });

  it('leaves what is pushed beyond its last page to the pages still to come', async () => {
    const server = new ModelServer(ME);
    for (let n = 1; n <= 250; n++) server.write(`n${n}`, 'lose');
    server.readTo = 100;
    const store = opened(server);
    await store.open();

    server.write('new', 'push');
    await server.settle();
    expect(seqs(store).at(-1)).toBe(200);
    await store.loadNewer();
    expect(seqs(store).at(-1)).toBe(251);
    server.write('newer', 'push');
    await server.settle();

    expect(texts(store).slice(-2)).toEqual(['new', 'newer']);
  });

  it('goes to the end at once on request, and says when it cannot', async () => {
    const server = new ModelServer(ME);
    for (let n = 1; n <= 400; n++) server.write(`n${n}`, 'lose');
    server.readTo = 100;
    const store = opened(server);
    await store.open();

    server.reachable = false;
    await store.showLatest();
    expect(store.getSnapshot().newer).toBe('failed');
    server.reachable = true;
    await store.showLatest();

    expect(seqs(store)).toEqual(Array.from({ length: 30 }, (_, at) => at + 371));
    expect(store.getSnapshot().newer).toBe('none');
  });

  it('asks again by itself for a further page that fails for now', async () => {
    const server = new ModelServer(ME);
    for (let n = 1; n <= 400; n++) server.write(`n${n}`, 'lose');
    server.readTo = 200;
    const store = opened(server);
    await store.open();

    server.reachable = false;
    const pages = [store.loadOlder(), store.loadNewer()];
    await vi.advanceTimersByTimeAsync(100);
    expect(store.getSnapshot()).toMatchObject({ older: 'loading', newer: 'loading' });
    server.reachable = true;
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all(pages);

    expect(seqs(store)).toEqual(Array.from({ length: 260 }, (_, at) => at + 141));
  });

  it('leaves it to the reader when a further page fails for long', async () => {
    const server = new ModelServer(ME);
    for (let n = 1; n <= 70; n++) server.write(`n${n}`, 'lose');
    const store = opened(server);
    await Promise.all([store.open(), server.settle()]);

    server.reachable = false;
    const page = store.loadOlder();
    await vi.advanceTimersByTimeAsync(10_000);
    await page;
    expect(store.getSnapshot().older).toBe('failed');
    server.reachable = true;
    await Promise.all([store.loadOlder(), server.settle()]);

    expect(seqs(store)).toHaveLength(60);
  });

  it('tears no hole when a page arrives after one has gone to the end', async () => {
    const server = new ModelServer(ME, () => 50);
    for (let n = 1; n <= 400; n++) server.write(`n${n}`, 'lose');
    server.readTo = 100;
    const store = opened(server);
    const opening = store.open();
    await server.settle();
    await opening;

    const pages = [store.showLatest(), store.loadNewer(), store.loadOlder()];
    await server.settle();
    await Promise.all(pages);

    expect(seqs(store)).toEqual(Array.from({ length: 30 }, (_, at) => at + 371));
  });

  it('shows what is kept when the server cannot be asked for where one stopped reading', async () => {
    const server = new ModelServer(ME);
    for (let n = 1; n <= 400; n++) server.write(`n${n}`, 'lose');
    server.kept = { items: server.stored.slice(0, 50), events: [], hasMore: false, settled: 50 };
    server.readTo = 200;
    server.reachable = false;
    const store = opened(server);

    await store.open();

    expect(seqs(store)).toHaveLength(50);
    expect(store.getSnapshot()).toMatchObject({ phase: 'ready', newer: 'none' });
  });
});
