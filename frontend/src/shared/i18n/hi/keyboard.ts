import type { Texts } from '../english';

export const keyboard: Texts['keyboard'] = {
  title: 'कीबोर्ड शॉर्टकट',
  close: 'बंद करें',
  search: 'लोग, बातचीत और संदेश खोजें',
  next: 'अगली बातचीत',
  previous: 'पिछली बातचीत',
  list: 'सूची पर लौटें',
  menu: 'बातचीत या संदेश के विकल्प',
  send: 'संदेश भेजें',
  newLine: 'नई पंक्ति',
  help: 'यह सूची',
};
