import type { Message } from '@/shared/api/model';
import type { Track } from './voice-player';

/** The next voice message of a conversation; undefined behind the last one. */
export function voiceAfter(messages: readonly Message[], id: string): Track | undefined {
  const at = messages.findIndex(({ voice }) => voice?.id === id);
  if (at < 0) return undefined;
  return messages.slice(at + 1).find(({ voice }) => (voice ?? null) !== null)?.voice ?? undefined;
}
