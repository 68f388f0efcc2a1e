import type { Page } from 'playwright-core';

/** The rest of a marker segment that says: turned by a quarter (orientation 6), and taken at a place. */
const EXIF = Buffer.from(
  [
    '45786966 0000', // "Exif"
    '4d4d002a 00000008', // big-endian, the first directory at 8
    '0002', // two entries
    '0112 0003 00000001 0006 0000', // orientation: 6
    '8825 0004 00000001 00000026', // where: the directory at 38
    '00000000',
    '0001 0001 0002 00000002 4e000000 00000000', // latitude: north
  ]
    .join('')
    .replaceAll(' ', ''),
  'hex',
);

/** A photograph as a phone writes it: wide in the file, tall to be seen, and with the place in it. */
export async function photograph(page: Page, colour: string, width = 2600, height = 1600) {
  const plain = await page.evaluate(
    async ([fill, wide, high]) => {
      const canvas = new OffscreenCanvas(Number(wide), Number(high));
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('nothing to draw on');
      context.fillStyle = String(fill);
      context.fillRect(0, 0, Number(wide), Number(high));
      context.fillStyle = 'white';
      context.fillRect(0, 0, Number(wide) / 4, Number(high) / 4);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [colour, width, height],
  );
  const bytes = Buffer.from(plain);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(EXIF.length + 2);
  // After the two bytes that begin every JPEG.
  const buffer = Buffer.concat([
    bytes.subarray(0, 2),
    Buffer.from('ffe1', 'hex'),
    length,
    EXIF,
    bytes.subarray(2),
  ]);
  return { name: `${colour}.jpg`, mimeType: 'image/jpeg', buffer };
}
