import { ArrowUp, Mic, Pause, Square, Trash2 } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Conversation } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import composerStyles from '../composer/composer.module.css';
import { ComposingBar } from '../composer/composing-bar';
import type { OpenConversation } from '../store/open-conversations';
import { useOpenConversations } from '../store/open-conversations';
import type { Clip, Recording } from './recorder';
import styles from './recording-bar.module.css';
import { VoiceTrack } from './voice-track';
import { Waveform } from './waveform';

interface RecordingBarProps {
  conversation: Conversation;
  open: OpenConversation;
  recording: Recording;
  onSend: () => void;
}

/** What is being recorded, in place of where one writes: pause, listen, delete, send. */
export function RecordingBar({ conversation, open, recording, onSend }: RecordingBarProps) {
  const { texts, formats } = useLanguage();
  const words = texts.voice;
  const { voice, composing } = open;
  const composed = useSyncExternalStore(composing.subscribe, composing.getSnapshot);
  const { state, elapsedMs, levels, clip } = recording;
  const first = useRef<HTMLButtonElement>(null);
  const ready = clip !== undefined;
  useEffect(() => {
    // What had the focus is gone.
    first.current?.focus();
  }, [ready]);
  const time = formats.countdown(Math.floor(elapsedMs / 1000));
  const said = {
    recording: words.recording,
    paused: words.paused,
    finishing: words.finishing,
    ready: words.recorded(time),
  };
  return (
    <>
      <ComposingBar {...{ conversation, composing }} snapshot={composed} />
      <div className={composerStyles.composer} role="group" aria-label={words.message}>
        <VisuallyHidden>
          <span role="status">{said[state]}</span>
        </VisuallyHidden>
        <IconButton
          label={words.discard}
          onClick={() => {
            voice.discard();
          }}
        >
          <Trash2 size={22} aria-hidden="true" />
        </IconButton>
        <div className={styles.field}>
          {clip === undefined ? (
            <>
              <span className={styles.light} data-on={state === 'recording'} />
              <span className={styles.time} role="timer" aria-label={words.time}>
                {time}
              </span>
              <span className={styles.wave}>
                <Waveform values={padded(levels)} played={1} />
              </span>
              <IconButton
                ref={first}
                label={state === 'recording' ? words.pause : words.resume}
                disabled={state === 'finishing'}
                onClick={() => {
                  if (state === 'recording') voice.pause();
                  else voice.resume();
                }}
              >
                {state === 'recording' ? (
                  <Pause size={20} aria-hidden="true" />
                ) : (
                  <Mic size={20} aria-hidden="true" />
                )}
              </IconButton>
              <IconButton
                label={words.stop}
                disabled={state === 'finishing'}
                onClick={() => void voice.finish().catch(() => undefined)}
              >
                <Square size={18} fill="currentColor" aria-hidden="true" />
              </IconButton>
            </>
          ) : (
            <Recorded {...{ clip }} id={`draft ${conversation.id}`} button={first} />
          )}
        </div>
        <button
          type="button"
          className={composerStyles.send}
          aria-label={words.send}
          title={words.send}
          onClick={onSend}
        >
          <ArrowUp size={22} strokeWidth={2.25} aria-hidden="true" />
        </button>
      </div>
    </>
  );
}

interface RecordedProps {
  id: string;
  clip: Clip;
  button: { current: HTMLButtonElement | null };
}

/** What was recorded, to listen to before it is sent. */
function Recorded({ id, clip, button }: RecordedProps) {
  const { atHand, player } = useOpenConversations();
  useEffect(
    () => () => {
      player.stop(id);
    },
    [player, id],
  );
  const track = { id, durationMs: clip.durationMs, url: atHand.urlOf(clip.blob) };
  return <VoiceTrack track={track} waveform={clip.waveform} button={button} />;
}

const LEVELS = 48;

/** What was heard last stands at the end. */
function padded(levels: readonly number[]): number[] {
  return [...Array.from({ length: LEVELS - levels.length }, () => 0), ...levels];
}
