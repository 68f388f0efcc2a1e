import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Voice } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import { useOpenConversations } from '../store/open-conversations';
import type { OutgoingVoice } from '../store/timeline';
import styles from './voice-card.module.css';
import { VoiceTrack } from './voice-track';

/** A voice message in the conversation. */
export function VoiceCard({ voice }: { voice: Voice }) {
  const words = useLanguage().texts.voice;
  const { player } = useOpenConversations();
  const rate = useSyncExternalStore(player.subscribe, () => player.rate);
  return (
    <div className={styles.card} role="group" aria-label={words.message}>
      <VoiceTrack track={voice} waveform={voice.waveform} />
      <button
        type="button"
        className={styles.rate}
        aria-label={words.speed(rate)}
        title={words.speed(rate)}
        onClick={() => {
          player.changeRate();
        }}
      >
        {`${rate}×`}
      </button>
    </div>
  );
}

interface SendingVoiceProps {
  id: string;
  voice: OutgoingVoice;
  failed: boolean;
  onCancel: () => void;
}

/** A voice message on its way: it can be played, and called back. */
export function SendingVoice({ id, voice, failed, onCancel }: SendingVoiceProps) {
  const { texts } = useLanguage();
  const { atHand } = useOpenConversations();
  const uploading = voice.id === undefined && !failed;
  const track = { id, durationMs: voice.durationMs, url: atHand.urlOf(voice.blob) };
  return (
    <div role="group" aria-label={texts.voice.message}>
      <div className={styles.card}>
        <VoiceTrack track={track} waveform={voice.waveform} />
        {uploading && (
          <IconButton label={texts.conversation.cancelUpload} onClick={onCancel}>
            <X size={20} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {uploading && (
        <progress
          className={styles.progress}
          aria-label={texts.conversation.uploading}
          value={voice.progress}
          max={1}
        />
      )}
    </div>
  );
}
