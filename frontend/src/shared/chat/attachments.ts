import type { Message } from '@/shared/api/model';
import type { Texts } from '@/shared/i18n/english';

/** What a message can hold beside its text; one of them at most. */
export type AttachmentKind = 'image' | 'file' | 'voice';

/** Which kind of attachment a message has, if any. */
export function attachmentKind({
  image,
  file,
  voice,
}: Pick<Message, 'image' | 'file' | 'voice'>): AttachmentKind | undefined {
  if (image !== null) return 'image';
  if ((file ?? null) !== null) return 'file';
  return (voice ?? null) === null ? undefined : 'voice';
}

/** An attachment in words, where nothing else is said. */
export function attachmentInWords(kind: string | null | undefined, texts: Texts, name?: string): string {
  const words = texts.attachments;
  if (kind === 'file') return name === undefined ? words.file : words.fileNamed(name);
  return kind === 'voice' ? words.voice : words.picture;
}
