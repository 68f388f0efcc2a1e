import type { Page } from 'playwright-core';

/** An evening by a lake, painted by the browser: a picture that shows something and is free of rights. */
export async function landscape(page: Page, width = 1200, height = 800): Promise<ArrayBuffer> {
  const bytes = await page.evaluate(
    async ([wide = 0, high = 0]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const paint = canvas.getContext('2d');
      if (paint === null) throw new Error('nothing to paint on');
      const fill = (colours: readonly string[], top: number, bottom: number) => {
        const shade = paint.createLinearGradient(0, top * high, 0, bottom * high);
        colours.forEach((colour, at) => {
          shade.addColorStop(at / (colours.length - 1), colour);
        });
        paint.fillStyle = shade;
      };
      const shore = 0.62;
      fill(['#2b2a55', '#7a4a7d', '#e58a6b', '#ffd9a0'], 0, shore);
      paint.fillRect(0, 0, wide, high);
      fill(['#fff6dc', '#ffd58a'], 0.4, 0.6);
      paint.beginPath();
      paint.arc(0.68 * wide, 0.5 * high, 0.055 * high, 0, 2 * Math.PI);
      paint.fill();
      // From far to near: darker, and higher where one looks up.
      ['#8b5a80', '#63416d', '#40305a'].forEach((colour, ridge) => {
        paint.fillStyle = colour;
        paint.beginPath();
        paint.moveTo(0, shore * high);
        for (let x = 0; x <= wide; x += 4) {
          const way = (x / wide) * 2 * Math.PI;
          const rise =
            Math.sin(way * (1 + ridge * 0.6) + ridge * 2.1) + 0.45 * Math.sin(way * 3.3 + ridge) + 1.5;
          paint.lineTo(x, (shore - rise * (0.075 - ridge * 0.014)) * high);
        }
        paint.lineTo(wide, shore * high);
        paint.fill();
      });
      fill(['#f3b184', '#8d5679', '#2d2650'], shore, 1);
      paint.fillRect(0, shore * high, wide, high);
      paint.fillStyle = 'rgb(255 236 190 / 40%)';
      for (let line = 0; line < 24; line++) {
        const long = (0.02 + 0.005 * line) * wide * (0.6 + 0.4 * Math.abs(Math.sin(line * 2.4)));
        paint.fillRect(0.68 * wide - long / 2, (shore + 0.012 + line * 0.015) * high, long, 0.004 * high);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [width, height],
  );
  return new Uint8Array(bytes).buffer;
}
