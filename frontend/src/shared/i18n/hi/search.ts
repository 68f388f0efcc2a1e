import type { Texts } from '../english';
import { pluralOf } from '../plural';

const plural = pluralOf('hi');

export const search: Texts['search'] = {
  people: 'लोग',
  messages: 'संदेश',
  searching: 'संदेश खोजे जा रहे हैं…',
  found: (count) => plural(count, { one: `${count} संदेश मिला`, other: `${count} संदेश मिले` }),
  foundMore: (count) => plural(count, { one: `${count} से ज़्यादा संदेश मिले`, other: `${count} से ज़्यादा संदेश मिले` }),
  more: 'और संदेश दिखाएँ',
  failed: 'संदेश खोजे नहीं जा सके।',
  open: 'इस बातचीत में खोजें',
  field: 'संदेश खोजें',
  close: 'खोज बंद करें',
  older: 'पिछला परिणाम',
  newer: 'अगला परिणाम',
  none: 'कुछ नहीं मिला',
  place: (at, of) => `${of} में से ${at}`,
  many: (count) => `${count}+`,
};
