/** The picker of emoji. */
export const emoji = {
  open: 'Add an emoji',
  title: 'Emoji',
  search: 'Search emoji',
  loading: 'Loading…',
  none: 'No emoji found',
  tones: 'Skin tone',
  tone: {
    none: 'No skin tone',
    light: 'Light skin',
    'medium-light': 'Medium-light skin',
    medium: 'Medium skin',
    'medium-dark': 'Medium-dark skin',
    dark: 'Dark skin',
  },
};
