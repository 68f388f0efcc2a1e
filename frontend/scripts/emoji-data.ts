import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

interface Source {
  emoji: string;
  label: string;
  version: number;
  group?: number;
  tags?: string[];
  skins?: { emoji: string; tone?: number | number[] }[];
}

interface Words {
  groups: { message: string; order: number }[];
  skinTones: { key: string; message: string }[];
}

const NAME = 'virtual:emoji/';
const TONES = ['', 'light', 'medium-light', 'medium', 'medium-dark', 'dark'];
/** Parts of emoji, such as the skin tones. */
const COMPONENTS = 2;
const require = createRequire(import.meta.url);

/**
 * `virtual:emoji/en` and its like: every emoji with its name and the words by which it is found, in one language and in English.
 * A file of our own: nothing is fetched from elsewhere.
 */
export function emojiData(): Plugin {
  return {
    name: 'natter:emoji-data',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${NAME}`)) return undefined;
      const locale = id.slice(NAME.length + 1);
      const [emojis, english, words] = await Promise.all([
        read<Source[]>(`${locale}/data.json`),
        read<Source[]>('en/data.json'),
        read<Words>(`${locale}/messages.json`),
      ]);
      const data = {
        locale,
        emojis: emojis.flatMap((each, at) => entryOf(each, locale === 'en' ? undefined : english[at])),
        categories: words.groups
          .filter(({ order }) => order !== COMPONENTS)
          .map(({ order, message }) => ({ index: order, label: message })),
        skinTones: Object.fromEntries(words.skinTones.map(({ key, message }) => [key, message])),
      };
      // Parsed quicker than it would be as code.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
    },
  };
}

async function read<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(require.resolve(`emojibase-data/${path}`), 'utf8')) as T;
}

function entryOf({ emoji, label, version, group, tags = [], skins }: Source, english: Source | undefined) {
  if (group === undefined || group === COMPONENTS) return [];
  const tones = skins?.flatMap(({ emoji: toned, tone }) =>
    typeof tone === 'number' ? [[TONES[tone] ?? '', qualified(toned)]] : [],
  );
  return {
    emoji: qualified(emoji),
    category: group,
    label,
    version,
    tags: [...new Set([...tags, ...(english === undefined ? [] : [english.label, ...(english.tags ?? [])])])],
    ...(tones !== undefined && tones.length > 0 && { skins: Object.fromEntries(tones) as object }),
  };
}

/** Fully qualified: what is an emoji by itself has no variation selector. */
function qualified(emoji: string): string {
  return /^\p{Emoji_Presentation}\ufe0f$/u.test(emoji) ? emoji.slice(0, -1) : emoji;
}
