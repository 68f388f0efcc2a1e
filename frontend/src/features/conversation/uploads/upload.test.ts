import { beforeEach, expect, it, vi } from 'vitest';
import { createApi } from '@/shared/api/api';
import { picture } from '../store/conversation-store.fixture';
import { upload } from './upload';

/** A request that goes as far as the test lets it. */
class Line {
  static last: Line;
  readonly upload: { onprogress?: (progress: { loaded: number; total: number }) => void } = {};
  onloadend: () => void = () => undefined;
  aborted = false;
  open = () => undefined;
  setRequestHeader = () => undefined;
  send = () => (Line.last = this);
  abort = () => {
    this.aborted = true;
    this.onloadend();
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'http://localhost' });
  vi.stubGlobal('XMLHttpRequest', Line);
});

const target = { method: 'PUT', url: 'http://store/x', headers: {}, expiresAt: '2030-01-01T00:00:00Z' };
const api = () =>
  createApi(() => Promise.resolve(Response.json({ imageId: 'i-1', upload: target }, { status: 201 })));

it('gives up an upload that has made no progress for a minute, and not one that is slow', async () => {
  const failed = vi.fn();
  void upload(api(), picture(), () => undefined, new AbortController().signal).catch(failed);
  await vi.advanceTimersByTimeAsync(59_000);
  Line.last.upload.onprogress?.({ loaded: 1, total: 100 });
  await vi.advanceTimersByTimeAsync(59_000);
  expect(failed).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(1_000);

  expect(failed).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'unreachable' }));
  expect(Line.last.aborted).toBe(true);
});
