import type { OutgoingImage } from '../timeline';

/** What the image store takes. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** Larger sources are not even read. */
const LARGEST_SOURCE = 60 * 1024 * 1024;
const LONGEST_SIDE = 2_048;
const QUALITY = 0.85;
/** Each try makes the sides this much shorter. */
const STEP = 0.7;
const TRIES = 4;

/** The file is no picture that this browser can read, or far too large. */
export class UnusablePicture extends Error {
  override readonly name = 'UnusablePicture';
}

/**
 * The picture as it is sent: drawn anew, so that nothing but what is to be seen is in it (no place, no camera), turned the
 * right way up, and no larger than a screen shows. Moving pictures stay as they are: drawing would stop them.
 */
export async function shrink(file: Blob): Promise<OutgoingImage> {
  if (file.size > LARGEST_SOURCE) throw new UnusablePicture();
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new UnusablePicture();
  });
  try {
    if (file.type === 'image/gif' && file.size <= MOST_BYTES) {
      return outgoing(file, bitmap.width, bitmap.height);
    }
    let scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    for (let tries = 0; tries < TRIES; tries++, scale *= STEP) {
      const width = Math.max(1, Math.round(bitmap.width * scale));
      const height = Math.max(1, Math.round(bitmap.height * scale));
      const blob = await draw(bitmap, width, height, file.type);
      if (blob.size <= MOST_BYTES) return outgoing(blob, width, height);
    }
    throw new UnusablePicture();
  } finally {
    bitmap.close();
  }
}

function outgoing(blob: Blob, width: number, height: number): OutgoingImage {
  return { blob, width, height, progress: 0, imageId: undefined };
}

async function draw(bitmap: ImageBitmap, width: number, height: number, source: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new UnusablePicture();
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  // Photographs stay JPEG; all else may be see-through. A browser that cannot write WebP writes PNG instead.
  const type = source === 'image/jpeg' ? 'image/jpeg' : 'image/webp';
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, QUALITY);
  });
  if (blob === null) throw new UnusablePicture();
  return blob;
}
