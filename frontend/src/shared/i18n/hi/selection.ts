import type { Texts } from '../english';
import { pluralOf } from '../plural';

const plural = pluralOf('hi');

export const selection: Texts['selection'] = {
  begin: 'संदेश चुनें',
  one: 'चुनें',
  title: 'चुने हुए संदेश',
  count: (count) => plural(count, { one: `${count} चुना गया`, other: `${count} चुने गए` }),
  choose: (author, time, text) => `${author} का ${time} का संदेश चुनें: ${text}`,
  end: 'चुनना रद्द करें',
  notDeletable: 'केवल अपने संदेश मिटाए जा सकते हैं',
  most: (count) => `ज़्यादा से ज़्यादा ${count} संदेश चुने जा सकते हैं।`,
};
