import { useMemo } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import { nameOf } from '@/shared/chat/conversation-names';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { ImageViewer } from './lazy';
import type { ViewedImage } from './viewed-picture';

interface ConversationImagesProps {
  conversation: Conversation;
  messages: readonly Message[];
  /** The id of the one to begin with. */
  viewed: string;
  onClose: () => void;
}

/** All images of a conversation that are loaded, to look through. */
export function ConversationImages({ conversation, messages, viewed, onClose }: ConversationImagesProps) {
  const { ownId } = useSignedIn();
  const words = useLanguage().texts.conversations;
  const images = useMemo(
    () =>
      messages.flatMap(({ image, text, senderId, sentAt }): ViewedImage[] => {
        if (image === null) return [];
        const author = senderId === ownId ? words.you : (nameOf(conversation, senderId) ?? words.unnamed);
        return [{ ...image, author, instant: sentAt, caption: text }];
      }),
    [messages, conversation, ownId, words],
  );
  return <ImageViewer images={images} first={viewed} onClose={onClose} />;
}
