import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_BYTES, UnusablePicture, shrink } from './shrink';

const drawImage = vi.fn();
let sizes: number[] = [];

function source(width: number, height: number) {
  const make = vi.fn(() => Promise.resolve({ width, height, close: () => undefined }));
  vi.stubGlobal('createImageBitmap', make);
  return make;
}

beforeEach(() => {
  sizes = [];
  drawImage.mockClear();
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    drawImage,
  } as unknown as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((callback, type) => {
    const size = sizes.shift() ?? 10;
    const blob = new Blob([], type === undefined ? {} : { type });
    Object.defineProperty(blob, 'size', { value: size });
    callback(blob);
  });
});

describe('a picture', () => {
  it('is drawn anew, the right way up, and no larger than a screen shows', async () => {
    const make = source(8_000, 4_000);
    const file = new Blob(['Exif'], { type: 'image/jpeg' });

    const { blob, width, height } = await shrink(file);

    expect(make).toHaveBeenCalledWith(file, { imageOrientation: 'from-image' });
    expect([width, height, blob.type]).toEqual([2_048, 1_024, 'image/jpeg']);
    expect(blob).not.toBe(file);
  });

  it('that is small keeps its size, and one that may be see-through stays so', async () => {
    source(30, 20);

    const { blob, width, height } = await shrink(new Blob(['x'], { type: 'image/png' }));

    expect([width, height, blob.type]).toEqual([30, 20, 'image/webp']);
  });

  it('that moves goes on moving', async () => {
    source(30, 20);
    const file = new Blob(['x'], { type: 'image/gif' });

    expect((await shrink(file)).blob).toBe(file);
  });

  it('becomes smaller until the store takes it', async () => {
    source(1_000, 1_000);
    sizes = [MOST_BYTES + 1, MOST_BYTES + 1, 10];

    expect((await shrink(new Blob(['x'], { type: 'image/png' }))).width).toBe(490);
  });

  it('that is none is refused', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('', 'InvalidStateError')));

    await expect(shrink(new Blob(['x']))).rejects.toBeInstanceOf(UnusablePicture);
  });
});
