import { useEffect } from 'react';
import type { Message } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useOpenConversations } from '../store/open-conversations';
import { voiceAfter } from './voice-after';

/** Lets voice messages of the conversation on screen play one after the other, and says when one cannot be played. */
export function usePlayOn(messages: readonly Message[]) {
  const { player } = useOpenConversations();
  const { toasts } = useSignedIn();
  const words = useLanguage().texts.voice;
  useEffect(() => {
    player.follow((id) => voiceAfter(messages, id));
  }, [player, messages]);
  useEffect(() => {
    player.onFailed(() => {
      toasts.fail(words.failed);
    });
  }, [player, toasts, words]);
}
