import type { Message, StoredFile, Voice } from '@/shared/api/model';

export const STORE = 'https://store.example';

/** Larger files may go in parts of this length. */
const PART_BYTES = 8 * 1024 * 1024;
const ONE_PART_BYTES = 16 * 1024 * 1024;
const LATE = '2999-01-01T00:00:00.000Z';

type Image = NonNullable<Message['image']>;

interface Offered {
  contentType: string;
  bytes: number;
  /** What a message shows of it, beside id, type and size. */
  more: { name?: string; durationMs?: number; waveform?: number[] };
}

/** The store of images, files and voice messages behind presigned links, in memory. */
export class FakeImages {
  readonly #offered = new Map<string, Offered>();
  readonly #parts = new Map<string, ArrayBuffer[]>();
  readonly stored = new Map<string, { type: string; bytes: ArrayBuffer }>();
  /** The next uploads are answered so. */
  refuse: number[] = [];
  /** Uploads of parts that are under way, and the most that ever were. */
  readonly load = { now: 0, most: 0 };
  #ids = 0;

  offer(contentType: string, bytes: number, kind = 'image', more: Offered['more'] = {}) {
    const id = `${kind}-${++this.#ids}`;
    this.#offered.set(id, { contentType, bytes, more });
    const upload = {
      method: 'PUT',
      url: `${STORE}/uploads/${id}`,
      headers: { 'Content-Type': contentType || 'application/octet-stream' },
      expiresAt: LATE,
    };
    return { [`${kind}Id`]: id, upload } as { imageId: string; upload: typeof upload };
  }

  offerFile(name: string, contentType: string, bytes: number) {
    const offer = this.offer(contentType, bytes, 'file', { name });
    const { fileId } = offer as unknown as { fileId: string };
    if (bytes <= ONE_PART_BYTES) return { ...offer, multipart: null };
    const parts = Array.from({ length: Math.ceil(bytes / PART_BYTES) }, (_, at) => ({
      number: at + 1,
      method: 'PUT',
      url: `${STORE}/parts/${fileId}/${at + 1}`,
      from: at * PART_BYTES,
      bytes: Math.min(PART_BYTES, bytes - at * PART_BYTES),
    }));
    return { ...offer, multipart: { parts, expiresAt: LATE } };
  }

  /** Puts the parts together; false when some are missing. */
  complete(fileId: string): boolean {
    const { bytes = 0, contentType = '' } = this.#offered.get(fileId) ?? {};
    const parts = this.#parts.get(fileId) ?? [];
    if (parts.reduce((sum, part) => sum + part.byteLength, 0) !== bytes) return false;
    const whole = new Uint8Array(bytes);
    parts.forEach((part, at) => {
      whole.set(new Uint8Array(part), (at - 1) * PART_BYTES);
    });
    this.stored.set(fileId, { type: contentType, bytes: whole.buffer });
    return true;
  }

  /** A picture that is there already. */
  put(bytes: ArrayBuffer, width: number, height: number, type = 'image/png'): Image {
    const { imageId: id } = this.offer(type, bytes.byteLength);
    this.stored.set(id, { type, bytes });
    return { id, contentType: type, width, height, bytes: bytes.byteLength };
  }

  /** A file that is there already. */
  putFile(name: string, bytes: ArrayBuffer, contentType = 'application/octet-stream'): StoredFile {
    const id = `file-${++this.#ids}`;
    this.#offered.set(id, { contentType, bytes: bytes.byteLength, more: { name } });
    this.stored.set(id, { type: contentType, bytes });
    return { id, name, contentType, bytes: bytes.byteLength };
  }

  /** A voice message that is there already. */
  putVoice(bytes: ArrayBuffer, durationMs: number, waveform: number[], contentType = 'audio/webm'): Voice {
    const id = `voice-${++this.#ids}`;
    this.stored.set(id, { type: contentType, bytes });
    return { id, contentType, bytes: bytes.byteLength, durationMs, waveform };
  }

  link(id: string) {
    return { url: `${STORE}/images/${id}`, expiresAt: LATE };
  }

  /** The attachment of a message, if it is there. */
  find(body: Record<string, unknown>): Pick<Message, 'image' | 'file' | 'voice'> {
    const of = <More>(name: string, more: (offered: Offered['more'] | undefined) => More) => {
      const id = String(body[name]);
      const stored = this.stored.get(id);
      if (stored === undefined) return null;
      const { type: contentType, bytes } = stored;
      return { id, contentType, bytes: bytes.byteLength, ...more(this.#offered.get(id)?.more) };
    };
    return {
      image: of('imageId', () => ({ width: 40, height: 30 })),
      file: of('fileId', (more) => ({ name: more?.name ?? 'file' })),
      voice: of('voiceId', (more) => ({
        durationMs: more?.durationMs ?? 0,
        waveform: more?.waveform ?? [],
      })),
    };
  }

  async handle(request: Request): Promise<Response> {
    const [, folder, id = '', number] = new URL(request.url).pathname.split('/');
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT, GET',
      'access-control-allow-headers': '*',
    };
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });
    if (request.method === 'GET') return this.#read(id, headers);
    const status = this.refuse.shift();
    if (status !== undefined) return new Response(null, { status, headers });
    const offered = this.#offered.get(id);
    this.load.most = Math.max(this.load.most, ++this.load.now);
    const bytes = await request.arrayBuffer();
    this.load.now -= 1;
    if (folder === 'parts') {
      const parts = this.#parts.get(id) ?? [];
      parts[Number(number)] = bytes;
      this.#parts.set(id, parts);
      return new Response(null, { status: 200, headers });
    }
    const type = request.headers.get('content-type');
    const right = offered !== undefined && type === (offered.contentType || 'application/octet-stream');
    if (!right) return new Response(null, { status: 403, headers });
    this.stored.set(id, { type: offered.contentType, bytes });
    return new Response(null, { status: 200, headers });
  }

  #read(id: string, headers: Record<string, string>): Response {
    const stored = this.stored.get(id);
    if (stored === undefined) return new Response(null, { status: 404, headers });
    const name = this.#offered.get(id)?.more.name;
    const disposition = id.startsWith('file-') && {
      'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name ?? 'file')}`,
    };
    return new Response(stored.bytes, {
      headers: { ...headers, ...disposition, 'content-type': stored.type },
    });
  }
}
