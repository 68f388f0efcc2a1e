import type { Texts } from '../english';

export const push: Texts['push'] = {
  offer: 'जवाब आने पर सूचना पाएँ?',
  explained: 'आपका ब्राउज़र नए संदेश दिखाता है, यह पेज बंद हो तब भी। इसे आप अपनी प्रोफ़ाइल में बंद कर सकते हैं।',
  accept: 'चालू करें',
  decline: 'अभी नहीं',
  said: '{name}: {text}',
  reply: 'जवाब दें',
  notSent: 'आपका जवाब नहीं भेजा गया',
};
