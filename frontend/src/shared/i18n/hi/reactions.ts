import type { Texts } from '../english';
import { pluralOf } from '../plural';

const plural = pluralOf('hi');

export const reactions: Texts['reactions'] = {
  title: 'प्रतिक्रियाएँ',
  reactWith: (emoji) => `${emoji} से प्रतिक्रिया दें`,
  undo: (emoji) => `${emoji} हटाएँ`,
  agree: 'यही प्रतिक्रिया दें',
  withdraw: 'अपनी प्रतिक्रिया हटाएँ',
  count: (count) => plural(count, { one: `${count} व्यक्ति`, other: `${count} लोग` }),
  more: 'और इमोजी',
  who: 'किसने प्रतिक्रिया दी',
  others: (count) => plural(count, { one: `${count} और व्यक्ति`, other: `${count} और लोग` }),
  gone: 'अब किसी की नहीं।',
  failed: 'आपकी प्रतिक्रिया सहेजी नहीं गई।',
  tooMany: 'इस संदेश पर और तरह की प्रतिक्रियाएँ नहीं जोड़ी जा सकतीं।',
};
