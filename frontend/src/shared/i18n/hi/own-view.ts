import type { Texts } from '../english';
import { pluralOf } from '../plural';

const plural = pluralOf('hi');

export const ownView: Texts['ownView'] = {
  menu: (name) => `${name} के विकल्प`,
  pin: 'पिन करें',
  unpin: 'पिन हटाएँ',
  pinned: 'पिन की गई',
  mute: 'म्यूट करें…',
  unmute: 'म्यूट हटाएँ',
  muted: 'म्यूट',
  mutedUntil: (time) => `${time} तक म्यूट`,
  archive: 'संग्रह में डालें',
  unarchive: 'संग्रह से बाहर लाएँ',
  markUnread: 'अपठित करें',
  markRead: 'पढ़ा हुआ करें',
  markedUnread: 'अपठित के रूप में चिह्नित',
  failed: 'बदलाव सहेजा नहीं जा सका।',
  tooManyPinned: 'आप इससे ज़्यादा बातचीत पिन नहीं कर सकते। पहले किसी एक को हटाएँ।',
  muteTitle: 'सूचनाएँ म्यूट करें',
  muteLead: 'नए संदेश चुपचाप आएँगे: न आवाज़, न सूचना, न ऐप पर गिनती।',
  muteFor: 'कितने समय के लिए',
  hours: (count) => plural(count, { one: `${count} घंटा`, other: `${count} घंटे` }),
  until: 'आपके चुने हुए समय तक',
  forEver: 'जब तक मैं न हटाऊँ',
  untilWhen: 'तारीख और समय',
  untilInvalid: 'आगे का कोई समय चुनें।',
  muteNow: 'म्यूट करें',
  close: 'बंद करें',
  filters: 'दिखाएँ',
  all: 'सभी',
  unread: 'अपठित',
  archived: 'संग्रह',
  noneUnread: 'आपने सब पढ़ लिया है।',
  noneArchived: 'संग्रह में कोई बातचीत नहीं।',
  noneArchivedLead: 'संग्रह में डाली गई बातचीत नया संदेश आने तक यहाँ रहती है।',
};
