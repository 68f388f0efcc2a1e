import { beforeEach, expect, it, vi } from 'vitest';
import { createApi } from '@/shared/api/api';
import type { OutgoingFile } from '../store/timeline';
import { upload } from './upload';

/** The store's side of uploads: each answered as the test says, one step of the clock later. */
let answers: (url: string, tries: number) => number;
let tries: Map<string, number>;
let load: { now: number; most: number };

class Line {
  readonly upload: { onprogress?: (progress: { loaded: number }) => void } = {};
  onloadend: () => void = () => undefined;
  onload: () => void = () => undefined;
  onabort: () => void = () => undefined;
  status = 0;
  #url = '';
  open = (_: string, url: string) => {
    this.#url = url;
  };
  setRequestHeader = () => undefined;
  send = (blob: Blob) => {
    load.most = Math.max(load.most, ++load.now);
    const count = (tries.get(this.#url) ?? 0) + 1;
    tries.set(this.#url, count);
    setTimeout(() => {
      load.now -= 1;
      this.status = answers(this.#url, count);
      this.upload.onprogress?.({ loaded: blob.size });
      this.onload();
      this.onloadend();
    }, 10);
  };
  abort = () => {
    this.onabort();
    this.onloadend();
  };
}

const offers = vi.fn();
const completed = vi.fn();
const PART = 4;
const bytes = new Blob(['0123456789abcdefghijklmnopqrstuvwxyz']);
const file = (blob = bytes.slice()): OutgoingFile => ({
  kind: 'file',
  name: 'large.zip',
  blob,
  progress: 0,
  id: undefined,
});

const api = () =>
  createApi((request) => {
    if (request.url.endsWith('/complete')) {
      completed();
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    offers();
    const parts = Array.from({ length: bytes.size / PART }, (_, at) => ({
      number: at + 1,
      url: `http://store/${at + 1}`,
      from: at * PART,
      bytes: PART,
    }));
    const target = { method: 'PUT', url: 'http://store/whole', headers: {} };
    return Promise.resolve(
      Response.json({ fileId: 'f-1', upload: target, multipart: { parts } }, { status: 201 }),
    );
  });

const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'http://localhost' });
  vi.stubGlobal('XMLHttpRequest', Line);
  answers = () => 200;
  tries = new Map();
  load = { now: 0, most: 0 };
  offers.mockReset();
  completed.mockReset();
});

it('sends the parts of a large file, four at a time, and puts them together', async () => {
  const progress: number[] = [];
  const sent = upload(api(), file(), (part) => progress.push(part), never);
  await vi.advanceTimersByTimeAsync(200);

  expect(await sent).toBe('f-1');
  expect(tries.size).toBe(9);
  expect(load.most).toBe(4);
  expect(completed).toHaveBeenCalledOnce();
  expect(progress.at(-1)).toBe(1);
  expect([...progress].sort((one, other) => one - other)).toEqual(progress);
});

it('sends a part again that failed for now', async () => {
  answers = (url, count) => (url.endsWith('/3') && count < 3 ? 500 : 200);
  const sent = upload(api(), file(), () => undefined, never);
  await vi.advanceTimersByTimeAsync(10_000);

  expect(await sent).toBe('f-1');
  expect(tries.get('http://store/3')).toBe(3);
});

it('goes on where a try ended that failed for now', async () => {
  const large = file();
  answers = (url) => (url.endsWith('/9') ? 500 : 200);
  const failed = expect(upload(api(), large, () => undefined, never)).rejects.toMatchObject({ status: 500 });
  await vi.advanceTimersByTimeAsync(60_000);
  await failed;
  answers = () => 200;

  const sent = upload(api(), large, () => undefined, never);
  await vi.advanceTimersByTimeAsync(100);

  expect(await sent).toBe('f-1');
  expect(offers).toHaveBeenCalledOnce();
  expect(tries.get('http://store/1')).toBe(1);
});

it('asks for new links where those it has have run out', async () => {
  const large = file();
  answers = () => 403;
  const failed = expect(upload(api(), large, () => undefined, never)).rejects.toMatchObject({
    isPassing: true,
  });
  await vi.advanceTimersByTimeAsync(100);
  await failed;
  answers = () => 200;

  const sent = upload(api(), large, () => undefined, never);
  await vi.advanceTimersByTimeAsync(100);
  await sent;

  expect(offers).toHaveBeenCalledTimes(2);
});

it('ends all parts when it is cancelled', async () => {
  const cancel = new AbortController();
  const ended = expect(upload(api(), file(), () => undefined, cancel.signal)).rejects.toMatchObject({
    name: 'AbortError',
  });
  await vi.advanceTimersByTimeAsync(5);
  cancel.abort();
  await ended;
  await vi.advanceTimersByTimeAsync(1_000);

  expect(tries.size).toBe(4);
  expect(completed).not.toHaveBeenCalled();
});
