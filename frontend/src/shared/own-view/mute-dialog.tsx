import type { SubmitEvent } from 'react';
import { useId, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { TextField } from '@/shared/ui/text-field';
import styles from './mute-dialog.module.css';
import { FOR_EVER } from './muted';

const HOUR_MS = 3_600_000;
const HOURS = [1, 8] as const;

type Choice = '1' | '8' | 'until' | 'ever';

interface MuteDialogProps {
  opener?: HTMLElement;
  onClose: () => void;
  /** Called with the instant at which the sound comes back. */
  onMute: (until: string) => void;
}

/** Asks for how long a conversation is to be silent. */
export function MuteDialog({ opener, onClose, onMute }: MuteDialogProps) {
  const words = useLanguage().texts.ownView;
  const name = useId();
  const [choice, setChoice] = useState<Choice>('8');
  const [when, setWhen] = useState(() => localTime(tomorrowMorning()));
  const [invalid, setInvalid] = useState(false);
  const options: [Choice, string][] = [
    ...HOURS.map((hours): [Choice, string] => [`${hours}`, words.hours(hours)]),
    ['until', words.until],
    ['ever', words.forEver],
  ];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const until = endOf(choice, when);
    setInvalid(until === undefined);
    if (until === undefined) return;
    onMute(until);
    onClose();
  };
  return (
    <Modal title={words.muteTitle} closeLabel={words.close} onClose={onClose} finalFocus={opener}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.lead}>{words.muteLead}</p>
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>{words.muteFor}</legend>
          {options.map(([value, label]) => (
            <label key={value} className={styles.choice}>
              <input
                type="radio"
                name={name}
                className={styles.radio}
                checked={choice === value}
                onChange={() => {
                  setChoice(value);
                  setInvalid(false);
                }}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {choice === 'until' && (
          <TextField
            label={words.untilWhen}
            error={invalid ? words.untilInvalid : undefined}
            type="datetime-local"
            value={when}
            min={localTime(new Date())}
            onChange={({ target }) => {
              setWhen(target.value);
            }}
          />
        )}
        <Button type="submit">{words.muteNow}</Button>
      </form>
    </Modal>
  );
}

/** Undefined when the chosen time is not in the future. */
function endOf(choice: Choice, when: string): string | undefined {
  if (choice === 'ever') return FOR_EVER;
  const end = choice === 'until' ? new Date(when).getTime() : Date.now() + Number(choice) * HOUR_MS;
  return end > Date.now() ? new Date(end).toISOString() : undefined;
}

function tomorrowMorning(): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 8);
}

/** As a date and time field writes it: without a time zone, and without seconds. */
function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
