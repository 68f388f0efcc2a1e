declare module 'virtual:emoji/*' {
  import type { EmojiData } from 'frimousse';

  const data: EmojiData;
  // eslint-disable-next-line import-x/no-default-export -- the module is JSON
  export default data;
}
