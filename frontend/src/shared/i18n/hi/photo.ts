import type { Texts } from '../english';

export const photo: Texts['photo'] = {
  choose: 'फ़ोटो जोड़ें',
  replace: 'फ़ोटो बदलें',
  remove: 'फ़ोटो हटाएँ',
  cropTitle: 'दिखाया जाने वाला हिस्सा चुनें',
  cropHint:
    'खिसकाने के लिए खींचें या तीर कुंजियाँ दबाएँ। ज़ूम के लिए स्लाइडर, माउस का पहिया, दो उँगलियाँ या + और − काम में लें।',
  zoom: 'ज़ूम',
  save: 'यह फ़ोटो लगाएँ',
  saving: 'सहेजा जा रहा है…',
  close: 'बंद करें',
  unreadable: 'यह फ़ाइल फ़ोटो नहीं बन सकती। JPEG, PNG या WebP तस्वीर चुनें।',
};
