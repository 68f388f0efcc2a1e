import type { Texts } from '../english';

export const emoji: Texts['emoji'] = {
  open: 'इमोजी जोड़ें',
  title: 'इमोजी',
  search: 'इमोजी खोजें',
  loading: 'लोड हो रहा है…',
  none: 'कोई इमोजी नहीं मिला',
  tones: 'त्वचा का रंग',
  tone: {
    none: 'बिना त्वचा रंग',
    light: 'गोरी त्वचा',
    'medium-light': 'हल्की गोरी त्वचा',
    medium: 'गेहुँआ त्वचा',
    'medium-dark': 'साँवली त्वचा',
    dark: 'गहरी त्वचा',
  },
};
