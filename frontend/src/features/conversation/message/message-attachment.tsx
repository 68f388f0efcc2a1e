import { FileCard, SendingFile } from '../files/file-card';
import type { PlaceInAlbum } from '../images/message-image';
import { SendingImage, StoredImage } from '../images/message-image';
import { SendingVoice, VoiceCard } from '../voice/voice-card';
import { useMessageWays } from './message-ways';
import type { TimelineItem } from '../list/timeline-rows';

interface MessageAttachmentProps {
  item: TimelineItem;
  author: string;
  /** Which image of an album it is. */
  place?: PlaceInAlbum | undefined;
}

/** What a message holds beside its text: stored already, or on its way. */
export function MessageAttachment({ item, author, place }: MessageAttachmentProps) {
  const { openImage, discard } = useMessageWays();
  const { image, file, voice, sending, clientMessageId } = item;
  if (image !== null) return <StoredImage image={image} author={author} place={place} onOpen={openImage} />;
  if (file !== null) return <FileCard file={file} />;
  if (voice !== null) return <VoiceCard voice={voice} />;
  const way = {
    failed: item.state === 'failed',
    onCancel: () => {
      discard(clientMessageId);
    },
  };
  switch (sending?.kind) {
    case 'image':
      return <SendingImage image={sending} place={place} {...way} />;
    case 'file':
      return <SendingFile file={sending} {...way} />;
    case 'voice':
      return <SendingVoice id={clientMessageId} voice={sending} {...way} />;
    default:
      return null;
  }
}
