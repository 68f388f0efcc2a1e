import type { Texts } from '../english';
import { pluralOf } from '../plural';

const plural = pluralOf('hi');

export const message: Texts['message'] = {
  menu: (author, time) => `${author} के ${time} के संदेश के विकल्प`,
  reply: 'जवाब दें',
  copy: 'कॉपी करें',
  copied: 'कॉपी किया गया।',
  copyFailed: 'आपके ब्राउज़र ने Natter को कॉपी करने नहीं दिया।',
  edit: 'बदलें',
  delete: 'सभी के लिए मिटाएँ…',
  edited: 'बदला गया',
  deleted: 'यह संदेश मिटा दिया गया',
  replyTo: (name) => `${name} को जवाब`,
  quoteOf: (name) => `${name} को जवाब, उस संदेश पर जाएँ:`,
  cancelReply: 'जवाब रद्द करें',
  editing: 'संदेश बदलें',
  cancelEdit: 'बदलना रद्द करें',
  save: 'सहेजें',
  saving: 'सहेजा जा रहा है…',
  tooLate: 'संदेश भेजने के बाद 24 घंटे तक ही बदला जा सकता है।',
  notSaved: 'आपका बदलाव सहेजा नहीं गया।',
  goneAway: 'इस बीच यह संदेश मिटा दिया गया।',
  jumpFailed: 'संदेश लोड नहीं हो सका।',
  mention: 'किसी का उल्लेख करें',
  unknown: 'कोई',
  code: 'कोड',
  copyCode: 'कोड कॉपी करें',
  deleteTitle: (count) => plural(count, { one: 'संदेश मिटाएँ?', other: `${count} संदेश मिटाएँ?` }),
  deleteLead: (count) =>
    plural(count, {
      one: 'यह इस बातचीत में सभी के लिए मिट जाएगा। इसे वापस नहीं लाया जा सकता।',
      other: 'ये इस बातचीत में सभी के लिए मिट जाएँगे। इन्हें वापस नहीं लाया जा सकता।',
    }),
  deleteConfirm: 'सभी के लिए मिटाएँ',
  deleting: 'मिटाया जा रहा है…',
  notDeleted: 'नहीं मिटाया जा सका।',
  cancel: 'रद्द करें',
  close: 'बंद करें',
};
