import type { Texts } from '../english';
import { pluralOf } from '../plural';

const plural = pluralOf('hi');

export const forward: Texts['forward'] = {
  open: 'आगे भेजें',
  title: (count) => plural(count, { one: 'संदेश आगे भेजें', other: `${count} संदेश आगे भेजें` }),
  search: 'जिन्हें भेजना है, वे बातचीत खोजें',
  most: (count) => `ज़्यादा से ज़्यादा ${count} बातचीत।`,
  targets: 'आगे भेजने के लिए बातचीत',
  more: 'और बातचीत दिखाएँ',
  send: (count) => plural(count, { one: `${count} बातचीत में भेजें`, other: `${count} बातचीत में भेजें` }),
  sending: 'भेजा जा रहा है…',
  sent: 'भेजा गया',
  failed: 'नहीं भेजा गया।',
  done: (count) => plural(count, { one: `${count} बातचीत में भेजा गया।`, other: `${count} बातचीत में भेजा गया।` }),
};
