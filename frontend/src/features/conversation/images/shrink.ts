import type { OutgoingImage } from '../store/timeline';
import { contentOf } from './content-type';

/** What the image store takes. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const LONGEST_SIDE = 12_000;
/** Larger sources are not even read. */
const LARGEST_SOURCE = 60 * 1024 * 1024;
/** By area, not by side: a screenshot of a whole page is long, and stays legible. */
export const MOST_PIXELS = 2_048 * 2_048;
const QUALITY = 0.85;
/** Each try makes the sides this much shorter. */
const STEP = 0.7;
const TRIES = 4;
const THUMBNAIL_PX = 128;

export type Unusable = 'no-picture' | 'heic' | 'too-large';

/** The file is no picture that this browser can read, or far too large. */
export class UnusablePicture extends Error {
  override readonly name = 'UnusablePicture';
  readonly reason: Unusable;

  constructor(reason: Unusable) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The picture as it is sent: drawn anew, so that nothing but what is to be seen is in it (no place, no camera), turned the
 * right way up, and no larger than a screen shows. Animations stay as they are: drawing would stop them.
 */
export async function shrink(file: Blob): Promise<OutgoingImage> {
  if (file.size > LARGEST_SOURCE) throw new UnusablePicture('too-large');
  const { type, animated } = await contentOf(file);
  const source = type === undefined || type === file.type ? file : file.slice(0, file.size, type);
  const bitmap = await createImageBitmap(source, { imageOrientation: 'from-image' }).catch(() => {
    throw new UnusablePicture(type === 'image/heic' ? 'heic' : 'no-picture');
  });
  try {
    const longest = Math.max(bitmap.width, bitmap.height);
    if (animated) {
      if (source.size > MOST_BYTES || longest > LONGEST_SIDE) throw new UnusablePicture('too-large');
      return outgoing(source, bitmap.width, bitmap.height);
    }
    const byArea = Math.sqrt(MOST_PIXELS / (bitmap.width * bitmap.height));
    let scale = Math.min(1, byArea, LONGEST_SIDE / longest);
    for (let tries = 0; tries < TRIES; tries++, scale *= STEP) {
      const width = Math.max(1, Math.round(bitmap.width * scale));
      const height = Math.max(1, Math.round(bitmap.height * scale));
      // Photographs stay JPEG; all else may be see-through. A browser that cannot write WebP writes PNG instead.
      const blob = await draw(bitmap, width, height, type === 'image/jpeg' ? type : 'image/webp');
      if (blob.size <= MOST_BYTES) return outgoing(blob, width, height);
    }
    throw new UnusablePicture('too-large');
  } finally {
    bitmap.close();
  }
}

/** A small copy to choose by: many large ones side by side would take the memory that drawing them one by one saves. */
export async function thumbnailOf({ blob, width, height }: OutgoingImage): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  try {
    const scale = Math.min(
      1,
      THUMBNAIL_PX / Math.min(width, height),
      (4 * THUMBNAIL_PX) / Math.max(width, height),
    );
    const side = (length: number) => Math.max(1, Math.round(length * scale));
    return await draw(bitmap, side(width), side(height), 'image/webp');
  } finally {
    bitmap.close();
  }
}

function outgoing(blob: Blob, width: number, height: number): OutgoingImage {
  return { kind: 'image', blob, width, height, progress: 0, id: undefined };
}

async function draw(bitmap: ImageBitmap, width: number, height: number, type: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new UnusablePicture('no-picture');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, QUALITY);
  });
  // Gives its memory back at once, not when it is collected.
  canvas.width = 0;
  canvas.height = 0;
  if (blob === null) throw new UnusablePicture('no-picture');
  return blob;
}
