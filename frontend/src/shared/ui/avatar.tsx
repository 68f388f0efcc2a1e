import { Photo } from '@/shared/photo/photo';
import styles from './avatar.module.css';
import { join } from './join';

interface AvatarProps {
  /** Decides the colour, so that a person has the same one everywhere. */
  id: string;
  name: string;
  /** The photo, where there is one. */
  photo?: { url: string } | null | undefined;
  small?: boolean;
  tiny?: boolean;
  /** Marks a person who is here; what shows it says so in words, too. */
  online?: boolean;
}

const FACES = 8;

/**
 * The photo of a person or group; without one, while it loads and when it cannot be loaded, initials on a colour of their own.
 * Says nothing to screen readers: the name stands beside it.
 */
export function Avatar({ id, name, photo, small = false, tiny = false, online = false }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-letters={initials(name)}
      className={join(
        styles.avatar,
        small && styles.small,
        tiny && styles.tiny,
        faceClass(id),
        online && styles.online,
      )}
    >
      {photo && <Photo key={photo.url} url={photo.url} />}
    </span>
  );
}

/** Sets the colours of a person, `--face` and `--face-ink`, for what is said of them elsewhere. */
export function faceClass(id: string): string | undefined {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return styles[`face${sum % FACES}`];
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The first letters of the first and the last word; a letter is what a reader takes for one. What stands in brackets says
 * something of the name, and what is neither letter nor sign begins no word.
 */
export function initials(name: string): string {
  const plain = name.replace(/\p{Ps}[^\p{Ps}\p{Pe}]*\p{Pe}/gu, ' ');
  const words = wordsIn(plain).length > 0 ? wordsIn(plain) : wordsIn(name);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last].map(firstLetter).join('').toLocaleUpperCase();
}

function wordsIn(text: string): string[] {
  return text.split(/[\s\p{P}\p{Cf}]+(?<!\u200d)/u).filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word));
}

function firstLetter(word: string): string {
  return graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}
