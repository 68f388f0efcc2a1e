import { LoaderCircle, Pause, Play } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import { useOpenConversations } from '../store/open-conversations';
import styles from './voice-card.module.css';
import type { Track } from './voice-player';
import { Waveform } from './waveform';

const SILENT = Array.from({ length: 64 }, () => 0);

interface VoiceTrackProps {
  track: Track;
  waveform: readonly number[];
  button?: Ref<HTMLButtonElement>;
}

/** Plays one voice message: a button, its waveform as a slider, the time. */
export function VoiceTrack({ track, waveform, button }: VoiceTrackProps) {
  const { texts, formats } = useLanguage();
  const words = texts.voice;
  const { player } = useOpenConversations();
  const { state, positionMs } = useSyncExternalStore(player.subscribe, () => player.of(track.id));
  const { durationMs } = track;
  const time = (ms: number) => formats.countdown(Math.round(ms / 1000));
  const step = Math.max(1_000, durationMs / 20);
  const onKeyDown = (event: KeyboardEvent) => {
    const rtl = document.documentElement.dir === 'rtl';
    const by: Record<string, number> = {
      ArrowRight: rtl ? -step : step,
      ArrowLeft: rtl ? step : -step,
      ArrowUp: step,
      ArrowDown: -step,
    };
    const move = by[event.key];
    if (move === undefined) return;
    event.preventDefault();
    player.seek(track, positionMs + move);
  };
  const playing = state === 'playing' || state === 'loading';
  const Art = state === 'loading' ? LoaderCircle : playing ? Pause : Play;
  return (
    <>
      <IconButton
        ref={button}
        className={styles.play}
        label={playing ? words.pausePlaying : words.play}
        onClick={() => {
          player.toggle(track);
        }}
      >
        <Art size={22} fill={playing ? 'none' : 'currentColor'} aria-hidden="true" />
      </IconButton>
      <span className={styles.track}>
        <Waveform values={waveform.length === 0 ? SILENT : waveform} played={positionMs / durationMs} />
        <input
          type="range"
          className={styles.slider}
          aria-label={words.position}
          aria-valuetext={words.positionOf(time(positionMs), time(durationMs))}
          min={0}
          max={durationMs}
          step={10}
          value={Math.min(durationMs, positionMs)}
          onKeyDown={onKeyDown}
          onChange={({ target }) => {
            player.seek(track, Number(target.value));
          }}
        />
      </span>
      <span className={styles.time}>{time(state === 'idle' ? durationMs : positionMs)}</span>
    </>
  );
}
