import { Mic } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import styles from './record-button.module.css';

/** Pressed for longer, the button records for as long as it is held. */
const HOLD_MS = 500;
/** Let go this far away, a held recording is not sent. */
const AWAY_PX = 80;

interface RecordButtonProps {
  onRecord: () => void;
  /** It was held, and let go. */
  onRelease: () => void;
  onCancel: () => void;
}

/** Begins a recording: a click does, and goes on; held, it ends with the finger. */
export function RecordButton({ onRecord, onRelease, onCancel }: RecordButtonProps) {
  const words = useLanguage().texts.voice;
  const onPointerDown = ({ button, clientX, clientY }: PointerEvent) => {
    if (button !== 0) return;
    const since = performance.now();
    // The button itself is gone by then.
    const ended = new AbortController();
    const listen = (name: 'pointerup' | 'pointercancel', end: (event: globalThis.PointerEvent) => void) => {
      const act = (event: globalThis.PointerEvent) => {
        ended.abort();
        if (performance.now() - since >= HOLD_MS) end(event);
      };
      window.addEventListener(name, act, { signal: ended.signal });
    };
    listen('pointerup', (event) => {
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > AWAY_PX) onCancel();
      else onRelease();
    });
    listen('pointercancel', onCancel);
    window.addEventListener(
      'contextmenu',
      (event) => {
        event.preventDefault();
      },
      { signal: ended.signal },
    );
    onRecord();
  };
  return (
    <button
      type="button"
      className={styles.record}
      aria-label={words.record}
      title={words.record}
      onPointerDown={onPointerDown}
      onClick={({ detail }) => {
        // By keyboard, or by a screen reader.
        if (detail === 0) onRecord();
      }}
    >
      <Mic size={22} aria-hidden="true" />
    </button>
  );
}
