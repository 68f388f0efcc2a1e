import type { Message } from '@/shared/api/model';

export const STORE = 'https://store.example';

type Image = NonNullable<Message['image']>;

/** The image store behind presigned links, in memory. */
export class FakeImages {
  readonly #offered = new Map<string, { contentType: string; bytes: number }>();
  readonly stored = new Map<string, { type: string; bytes: ArrayBuffer }>();
  /** The next uploads are answered so. */
  refuse: number[] = [];
  #ids = 0;

  offer(contentType: string, bytes: number) {
    const imageId = `image-${++this.#ids}`;
    this.#offered.set(imageId, { contentType, bytes });
    const upload = {
      method: 'PUT',
      url: `${STORE}/uploads/${imageId}`,
      headers: { 'Content-Type': contentType },
      expiresAt: '2999-01-01T00:00:00.000Z',
    };
    return { imageId, upload };
  }

  /** A picture that is there already. */
  put(bytes: ArrayBuffer, width: number, height: number, type = 'image/png'): Image {
    const { imageId: id } = this.offer(type, bytes.byteLength);
    this.stored.set(id, { type, bytes });
    return { id, contentType: type, width, height, bytes: bytes.byteLength };
  }

  link(imageId: string) {
    return { url: `${STORE}/images/${imageId}`, expiresAt: '2999-01-01T00:00:00.000Z' };
  }

  /** The image of a message, if it is there. */
  find(imageId: string): Image | undefined {
    const stored = this.stored.get(imageId);
    if (stored === undefined) return undefined;
    const { type, bytes } = stored;
    return { id: imageId, contentType: type, width: 40, height: 30, bytes: bytes.byteLength };
  }

  async handle(request: Request): Promise<Response> {
    const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT, GET',
      'access-control-allow-headers': '*',
    };
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });
    if (request.method === 'GET') {
      const stored = this.stored.get(id);
      if (stored === undefined) return new Response(null, { status: 404, headers });
      return new Response(stored.bytes, { headers: { ...headers, 'content-type': stored.type } });
    }
    const status = this.refuse.shift();
    if (status !== undefined) return new Response(null, { status, headers });
    const offered = this.#offered.get(id);
    const bytes = await request.arrayBuffer();
    const right = offered !== undefined && request.headers.get('content-type') === offered.contentType;
    if (!right) return new Response(null, { status: 403, headers });
    this.stored.set(id, { type: offered.contentType, bytes });
    return new Response(null, { status: 200, headers });
  }
}
