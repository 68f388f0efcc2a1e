import type { Texts } from '../english';
import { pluralOf } from '../plural';

const plural = pluralOf('hi');
const by = (who: string | undefined) => (who === undefined ? 'आपने' : `${who} ने`);
const to = (whom: string | undefined) => (whom === undefined ? 'आपको' : `${whom} को`);

export const groups: Texts['groups'] = {
  options: (name) => `${name} के विकल्प`,
  message: (name) => `${name} को संदेश भेजें`,
  makeAdmin: 'व्यवस्थापक बनाएँ',
  makeMember: 'व्यवस्थापक से हटाएँ',
  makeOwner: 'स्वामी बनाएँ',
  remove: 'समूह से हटाएँ',
  addTitle: 'लोग जोड़ें',
  add: (count) => plural(count, { one: `${count} व्यक्ति जोड़ें`, other: `${count} लोग जोड़ें` }),
  adding: 'जोड़ा जा रहा है…',
  added: 'नए सदस्य अब से होने वाली बातें देखेंगे।',
  rename: 'नाम बदलें',
  name: 'समूह का नाम',
  save: 'सहेजें',
  saving: 'सहेजा जा रहा है…',
  cancel: 'रद्द करें',
  close: 'बंद करें',
  leave: 'समूह छोड़ें',
  leaveTitle: (title) => `“${title}” छोड़ें?`,
  leaveLead: 'आप यह बातचीत अपने किसी भी डिवाइस पर नहीं देख पाएँगे। दूसरों को दिखेगा कि आपने समूह छोड़ दिया।',
  leaveOwner:
    'आप स्वामी हैं। सबसे पुराना व्यवस्थापक स्वामी बनेगा, और व्यवस्थापक न हो तो सबसे पुराना सदस्य। खुद चुनने के लिए पहले किसी और को स्वामी बनाएँ।',
  leaveLast: 'आप आख़िरी सदस्य हैं।',
  removeTitle: (name) => `${name} को हटाएँ?`,
  removeLead: 'उन्हें यह बातचीत अब नहीं दिखेगी, पहले की बातें भी नहीं।',
  ownerTitle: (name) => `${name} को स्वामी बनाएँ?`,
  ownerLead: 'समूह का एक ही स्वामी होता है। आप व्यवस्थापक बन जाएँगे और इसे वापस नहीं ले सकेंगे।',
  working: 'एक पल…',
  left: (title) => `अब आप “${title}” के सदस्य नहीं हैं।`,
  problems: {
    not_an_admin: 'यह केवल व्यवस्थापक कर सकते हैं।',
    not_the_owner: 'यह केवल स्वामी कर सकता है।',
    member_not_found: 'यह व्यक्ति अब समूह में नहीं है।',
    member_unavailable: 'इनमें से कम से कम एक व्यक्ति को नहीं जोड़ा जा सकता।',
    too_many_members: 'समूह में बहुत ज़्यादा सदस्य हो जाएँगे।',
  },
  events: {
    me: 'आप',
    unknown: { who: 'एक सदस्य', whom: 'एक सदस्य' },
    others: (count) => plural(count, { one: `${count} और व्यक्ति`, other: `${count} और लोग` }),
    many: (count) => plural(count, { one: `समूह में ${count} बदलाव`, other: `समूह में ${count} बदलाव` }),
    added: (who, whom) => `${by(who)} ${to(whom)} जोड़ा`,
    removed: (who, whom) => `${by(who)} ${to(whom)} हटाया`,
    joined: (who) => `${who ?? 'आप'} जुड़े`,
    left: (who) => `${who ?? 'आप'} चले गए`,
    admin: (who, whom) => `${by(who)} ${to(whom)} व्यवस्थापक बनाया`,
    member: (who, whom) => `${by(who)} ${to(whom)} व्यवस्थापक से हटाया`,
    owner: (who, whom) => `${by(who)} ${to(whom)} स्वामी बनाया`,
    titled: (who, title) => `${by(who)} समूह का नाम “${title}” रखा`,
  },
};
