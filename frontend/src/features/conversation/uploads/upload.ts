import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import { Problem } from '@/shared/api/problem';
import type { OutgoingAttachment } from '../store/timeline';
import { EXPIRED, put } from './put';
import type { Part } from './put-parts';
import { putParts } from './put-parts';

interface Offer {
  id: string;
  upload: { url: string; headers: Record<string, string> };
  /** Of large files. */
  multipart?: { parts: readonly Part[] } | null;
}

/** Uploads in parts that have begun, with the numbers of the parts that are stored. */
const begun = new WeakMap<Blob, { offer: Offer; done: Set<number> }>();

/** Brings an attachment's bytes to the store and answers its id. Progress comes from 0 to 1, in hundredths at most. */
export async function upload(
  api: Api,
  attachment: OutgoingAttachment,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { blob } = attachment;
  let reported = 0;
  const onSent = (bytes: number) => {
    const hundredths = Math.floor((100 * bytes) / Math.max(1, blob.size));
    if (hundredths === reported) return;
    reported = hundredths;
    onProgress(hundredths / 100);
  };
  const { offer, done } = begun.get(blob) ?? {
    offer: await offered(api, attachment, signal),
    done: new Set(),
  };
  const { id, multipart } = offer;
  if (!multipart) {
    await put(offer.upload, blob, onSent, signal);
    return id;
  }
  begun.set(blob, { offer, done });
  try {
    await putParts(multipart.parts, blob, done, onSent, signal);
    const params = { path: { fileId: id } };
    await answer(api.POST('/api/v1/files/{fileId}/complete', { params, signal }));
    begun.delete(blob);
  } catch (reason) {
    // Begins anew: the links have run out, or the store does not take it.
    const goesOn = reason instanceof Problem && reason.isPassing && reason.code !== EXPIRED;
    if (!goesOn) begun.delete(blob);
    throw reason;
  }
  return id;
}

async function offered(api: Api, attachment: OutgoingAttachment, signal: AbortSignal): Promise<Offer> {
  const { blob } = attachment;
  const contentType = blob.type;
  const bytes = blob.size;
  switch (attachment.kind) {
    case 'image': {
      const body = { contentType: contentType as 'image/jpeg', bytes };
      const { imageId: id, upload } = await answer(api.POST('/api/v1/images', { body, signal }));
      return { id, upload };
    }
    case 'file': {
      const body = { name: attachment.name, contentType, bytes };
      const { fileId: id, ...offer } = await answer(api.POST('/api/v1/files', { body, signal }));
      return { id, ...offer };
    }
    case 'voice': {
      const { durationMs, waveform } = attachment;
      const body = { contentType, bytes, durationMs, waveform: [...waveform] };
      const { voiceId: id, upload } = await answer(api.POST('/api/v1/voice', { body, signal }));
      return { id, upload };
    }
  }
}
