import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, UnusablePicture, shrink } from './shrink';

const drawImage = vi.fn();
let sizes: number[] = [];

function source(width: number, height: number) {
  const close = vi.fn();
  const make = vi.fn(() => Promise.resolve({ width, height, close }));
  vi.stubGlobal('createImageBitmap', make);
  return make;
}

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const JPEG = '\xff\xd8\xff\xe1';
const PNG = '\x89PNG\r\n\x1a\n';
const chunk = (name: string, data = '') => `\0\0\0${String.fromCharCode(data.length)}${name}${data}crc.`;
const IHDR = chunk('IHDR', 'thirteenbytes');
const webp = (flags: number) => `RIFF....WEBPVP8X....${String.fromCharCode(flags)}...`;
const file = (text: string, type = '') => new Blob([bytes(text)], { type });

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
    const photograph = file(JPEG, 'image/jpeg');

    const { blob, width, height } = await shrink(photograph);

    expect(make).toHaveBeenCalledWith(photograph, { imageOrientation: 'from-image' });
    expect([width, height, blob.type]).toEqual([2_896, 1_448, 'image/jpeg']);
    expect(width * height).toBeLessThanOrEqual(MOST_PIXELS);
    expect(blob).not.toBe(photograph);
  });

  it.each([
    [1_080, 18_000],
    [1_080, 9_000],
    [30_000, 400],
  ])('of %i × %i stays legible: what counts is its area', async (width, height) => {
    source(width, height);

    const sent = await shrink(file(PNG + IHDR + chunk('IDAT'), 'image/png'));

    expect(sent.width / width).toBeGreaterThan(0.39);
    expect(Math.max(sent.width, sent.height)).toBeLessThanOrEqual(LONGEST_SIDE);
  });

  it('that is small keeps its size, and one that may be see-through stays so, whatever it is called', async () => {
    source(30, 20);

    for (const type of ['image/png', 'image/jpeg', '']) {
      const { blob, width, height } = await shrink(file(PNG + IHDR + chunk('IDAT'), type));
      expect([width, height, blob.type]).toEqual([30, 20, 'image/webp']);
    }
  });

  it.each([
    ['GIF', 'GIF89a....', 'image/gif'],
    ['WebP', webp(0x02), 'image/webp'],
    ['PNG', PNG + IHDR + chunk('iCCP', 'a profile') + chunk('acTL', '........') + chunk('IDAT'), 'image/png'],
  ])('that moves goes on moving: %s', async (_, content, type) => {
    source(30, 20);
    const moving = file(content, type);
    expect((await shrink(moving)).blob).toBe(moving);

    const { blob } = await shrink(file(content, 'image/jpeg'));
    expect([blob.type, blob.size]).toEqual([type, moving.size]);
  });

  it.each([
    ['WebP', webp(0x10)],
    ['PNG', PNG + IHDR + chunk('IDAT') + chunk('acTL', '........')],
  ])('that does not move is drawn: %s', async (_, content) => {
    source(30, 20);

    expect((await shrink(file(content))).blob.type).toBe('image/webp');
  });

  it('that moves and is larger than the store takes is refused', async () => {
    source(LONGEST_SIDE + 1, 20);

    await expect(shrink(file('GIF89a'))).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('becomes smaller until the store takes it', async () => {
    source(1_000, 1_000);
    sizes = [MOST_BYTES + 1, MOST_BYTES + 1, 10];

    expect((await shrink(file(PNG, 'image/png'))).width).toBe(490);
  });

  it.each([
    ['no-picture', '%PDF'],
    ['no-picture', ''],
    ['heic', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['heic', '\0\0\0\x18ftypmif1\0\0\0\0'],
  ])('that is none is refused: %s', async (reason, content) => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('', 'InvalidStateError')));

    await expect(shrink(file(content))).rejects.toEqual(new UnusablePicture(reason as 'heic'));
    await expect(shrink(file(content))).rejects.toMatchObject({ reason });
  });
});
