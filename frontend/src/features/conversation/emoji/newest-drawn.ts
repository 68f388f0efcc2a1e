const SIZE = 16;

interface Versioned {
  emoji: string;
  version: number;
}

/** The newest version of the emoji that the fonts of this device have; all, where that cannot be seen. */
export function newestDrawn(emojis: readonly Versioned[]): number {
  const samples = new Map(emojis.map(({ emoji, version }) => [version, emoji]));
  const versions = [...samples.keys()].sort((one, other) => other - one);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return Infinity;
  context.font = `${SIZE * 0.75}px sans-serif`;
  context.textBaseline = 'top';
  return versions.find((version) => isColourful(context, samples.get(version) ?? '')) ?? Infinity;
}

/** What a font lacks is a box or a question mark in the colour of the text. */
function isColourful(context: CanvasRenderingContext2D, emoji: string): boolean {
  context.clearRect(0, 0, SIZE, SIZE);
  context.fillText(emoji, 0, 0);
  const { data } = context.getImageData(0, 0, SIZE, SIZE);
  for (let at = 0; at < data.length; at += 4)
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return true;
  return false;
}
