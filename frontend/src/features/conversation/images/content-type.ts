/** What a file holds, by its first bytes: its name and the type that the system gives it may both be wrong. */
export interface ImageContent {
  /** Undefined for what is no image that is known here; a browser may read it all the same. */
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/heic' | undefined;
  /** Drawing it anew would leave one frame of many. */
  animated: boolean;
}

/** What stands before the first frame: an ICC profile may take some hundred kilobytes. */
const HEAD_BYTES = 1024 * 1024;
const PNG_HEAD = 8;
const CHUNK_FRAME = 12;
const WEBP_FLAGS_AT = 20;
const WEBP_ANIMATED = 0x02;
const HEIF_BRANDS = /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/;

export async function contentOf(file: Blob): Promise<ImageContent> {
  const head = new DataView(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (textAt(head, 0, 3) === '\xff\xd8\xff') return { type: 'image/jpeg', animated: false };
  if (textAt(head, 0, 4) === 'GIF8') return { type: 'image/gif', animated: true };
  if (textAt(head, 0, PNG_HEAD) === '\x89PNG\r\n\x1a\n') return { type: 'image/png', animated: isApng(head) };
  if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WEBP') {
    const flags = textAt(head, 12, 4) === 'VP8X' ? textAt(head, WEBP_FLAGS_AT, 1).charCodeAt(0) : 0;
    return { type: 'image/webp', animated: (flags & WEBP_ANIMATED) !== 0 };
  }
  const heif = textAt(head, 4, 4) === 'ftyp' && HEIF_BRANDS.test(textAt(head, 8, 4));
  return { type: heif ? 'image/heic' : undefined, animated: false };
}

/** An animation is announced (`acTL`) before the first image data. */
function isApng(head: DataView): boolean {
  for (let at = PNG_HEAD; at + CHUNK_FRAME <= head.byteLength;) {
    const chunk = textAt(head, at + 4, 4);
    if (chunk === 'acTL') return true;
    if (chunk === 'IDAT') return false;
    at += CHUNK_FRAME + head.getUint32(at);
  }
  return false;
}

/** Some bytes as text of one sign each; fewer where the file ends. */
function textAt({ buffer, byteLength }: DataView, at: number, length: number): string {
  const from = Math.min(at, byteLength);
  return String.fromCharCode(...new Uint8Array(buffer, from, Math.min(length, byteLength - from)));
}
