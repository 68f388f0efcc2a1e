import type { Page } from 'playwright-core';

/** The darkest and the lightest relative luminance of a screenshot, and the contrast of these. */
export async function lightness(page: Page, screenshot: Buffer) {
  const { lo, hi } = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('nothing to draw on');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const part = (value = 0) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    let [lo, hi] = [1, 0];
    for (let at = 0; at < data.length; at += 4) {
      const light = 0.2126 * part(data[at]) + 0.7152 * part(data[at + 1]) + 0.0722 * part(data[at + 2]);
      lo = Math.min(lo, light);
      hi = Math.max(hi, light);
    }
    return { lo, hi };
  }, screenshot.toString('base64'));
  return { lo, hi, contrast: (hi + 0.05) / (lo + 0.05) };
}

/** The colour in the middle of a screenshot. */
export function centre(page: Page, screenshot: Buffer) {
  return page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('nothing to draw on');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(bitmap.width >> 1, bitmap.height >> 1, 1, 1);
    return { red: data[0] ?? 0, green: data[1] ?? 0, blue: data[2] ?? 0 };
  }, screenshot.toString('base64'));
}

/** Black lines on nothing, as a PNG. */
export async function drawing(page: Page): Promise<ArrayBuffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 240);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('nothing to draw on');
    context.lineWidth = 12;
    context.strokeRect(80, 60, 480, 120);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return new Uint8Array(bytes).buffer;
}
