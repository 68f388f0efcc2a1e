import type { Texts } from '../english';
import { pluralOf } from '../plural';

const plural = pluralOf('hi');

export const attachments: Texts['attachments'] = {
  attach: 'संलग्न करें',
  pictures: 'तस्वीरें जोड़ें',
  files: 'फ़ाइलें जोड़ें',
  take: 'तस्वीर खींचें',
  picture: 'तस्वीर',
  file: 'फ़ाइल',
  fileNamed: (name) => `फ़ाइल: \u2068${name}\u2069`,
  voice: 'वॉइस संदेश',
  title: (count) => plural(count, { one: 'फ़ाइल भेजें', other: `${count} फ़ाइलें भेजें` }),
  chosen: 'चुनी हुई फ़ाइलें',
  leaveOut: (name) => `${name} हटाएँ`,
  asFiles: 'फ़ाइल के रूप में भेजें',
  asFilesHint: 'मूल गुणवत्ता में, फ़ाइल की हर जानकारी के साथ, जैसे तस्वीर कहाँ ली गई थी।',
  nothing: 'भेजने के लिए कुछ नहीं है।',
  unusable: {
    empty: 'यह फ़ाइल ख़ाली है।',
    unreadable: 'इसे पढ़ा नहीं जा सका। फ़ोल्डर नहीं भेजे जा सकते।',
    'too-large': 'यह फ़ाइल 100 MB से बड़ी है।',
  },
  asFile: {
    heic: 'यह ब्राउज़र HEIC तस्वीरें नहीं दिखा पाता। इसे फ़ाइल के रूप में भेजा जाएगा।',
    'no-picture': 'यह तस्वीर नहीं दिखाई जा सकती। इसे फ़ाइल के रूप में भेजा जाएगा।',
    'too-large': 'तस्वीर के लिए बहुत बड़ी है। इसे फ़ाइल के रूप में भेजा जाएगा।',
  },
  download: (name) => `${name} डाउनलोड करें`,
  downloadFailed: 'डाउनलोड नहीं हो सका।',
  failures: {
    tooLarge: 'नहीं भेजा गया: बहुत बड़ी है।',
    full: 'नहीं भेजा गया: आपका स्टोरेज भर गया है। जिन फ़ाइलों की ज़रूरत नहीं, उनके संदेश मिटाएँ।',
    type: 'नहीं भेजा गया: यह प्रकार समर्थित नहीं है।',
    notKept: 'नहीं भेजा गया: अपलोड होने से पहले पेज बंद हो गया। इसे फिर से चुनें।',
  },
};
