import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  name: string;
  id: string;
  start_url: string;
  display: string;
  icons: { src: string; sizes: string; type: string; purpose?: string }[];
}

const file = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url));
const manifest = JSON.parse(file('public/manifest.webmanifest').toString()) as Manifest;

/** Width and height as a PNG's header has them. */
function sizeOf(png: Buffer): string {
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

describe('the app', () => {
  it('says under which name and how it is installed', () => {
    expect(file('index.html').toString()).toContain('<link rel="manifest" href="/manifest.webmanifest" />');
    expect(manifest).toMatchObject({ name: 'Natter', id: '/', start_url: '/', display: 'standalone' });
  });

  it.each(manifest.icons.filter(({ type }) => type === 'image/png'))(
    'has the icon $src',
    ({ src, sizes }) => {
      expect(sizeOf(file(`public${src}`))).toBe(sizes);
    },
  );

  it('has the icons that browsers ask for: large and small, and one that may be cut to a shape', () => {
    const sizes = manifest.icons.map((icon) => `${icon.purpose ?? 'any'} ${icon.sizes}`);
    expect(sizes).toEqual(expect.arrayContaining(['any 192x192', 'any 512x512', 'maskable 512x512']));
    expect(sizeOf(file('public/apple-touch-icon.png'))).toBe('180x180');
  });
});
