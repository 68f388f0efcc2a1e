/** The part of a picture that becomes a photo: a square, as its centre and how far one has zoomed in. */
export interface Crop {
  /** In pixels of the picture. */
  x: number;
  y: number;
  /** 1 shows as much as a square can. */
  zoom: number;
}

interface Size {
  width: number;
  height: number;
}

export const MOST_ZOOM = 5;
/** Pixels a side; the server takes no larger photo. */
export const PHOTO_PX = 512;
const QUALITY = 0.88;

/** The largest square in the middle. */
export function middle({ width, height }: Size): Crop {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/** The side of the square, in pixels of the picture. */
export function sideOf({ zoom }: Crop, { width, height }: Size): number {
  return Math.min(width, height) / zoom;
}

/** The same crop, moved into the picture. */
export function within(crop: Crop, size: Size): Crop {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, crop.zoom));
  const half = sideOf({ ...crop, zoom }, size) / 2;
  return {
    x: Math.min(size.width - half, Math.max(half, crop.x)),
    y: Math.min(size.height - half, Math.max(half, crop.y)),
    zoom,
  };
}

/** Draws the part on a square canvas, all over. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop) {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const side = sideOf(crop, picture);
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(
    picture,
    crop.x - side / 2,
    crop.y - side / 2,
    side,
    side,
    0,
    0,
    canvas.width,
    canvas.height,
  );
}

/** The photo, drawn anew: nothing but what is to be seen is in it. No larger than the picture was. */
export async function photoOf(picture: ImageBitmap, crop: Crop): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const side = Math.max(1, Math.min(PHOTO_PX, Math.round(sideOf(crop, picture))));
  canvas.width = side;
  canvas.height = side;
  draw(canvas, picture, crop);
  const webp = await blobOf(canvas, 'image/webp');
  // A browser that cannot write WebP writes PNG instead, which may be too large.
  const blob = webp?.type === 'image/webp' ? webp : await blobOf(canvas, 'image/jpeg');
  canvas.width = 0;
  canvas.height = 0;
  if (blob === null) throw new Error('the photo could not be written');
  return blob;
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, type, QUALITY);
  });
}
