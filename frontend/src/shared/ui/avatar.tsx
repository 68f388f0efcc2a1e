import styles from './avatar.module.css';
import { join } from './join';

interface AvatarProps {
  /** Decides the colour, so that a person has the same one everywhere. */
  id: string;
  name: string;
  small?: boolean;
  /** Marks a person who is here; what shows it says so in words, too. */
  online?: boolean;
}

const FACES = 8;

/** A person's or group's initials on a colour of their own. Says nothing to screen readers: the name stands beside it. */
export function Avatar({ id, name, small = false, online = false }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-letters={initials(name)}
      className={join(
        styles.avatar,
        small && styles.small,
        styles[`face${faceNumber(id)}`],
        online && styles.online,
      )}
    ></span>
  );
}

function faceNumber(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return sum % FACES;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letters of the first and the last word; a letter is what a reader takes for one. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last].map(firstLetter).join('').toLocaleUpperCase();
}

function firstLetter(word: string): string {
  return graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}
