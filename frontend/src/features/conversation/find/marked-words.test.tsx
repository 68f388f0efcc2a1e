import { describe, expect, it } from 'vitest';
import { rangesIn } from './marked-words';

function marked(text: string, query: string): string[] {
  const list = document.createElement('ul');
  const message = list.appendChild(document.createElement('li'));
  message.dataset['message'] = '';
  const said = message.appendChild(document.createElement('p'));
  said.dataset['text'] = '';
  said.textContent = text;
  return rangesIn(list, query).map(String);
}

describe('what one looks for is marked', () => {
  it.each([
    ['Kites and a kite', 'kite', ['Kite', 'kite']],
    ['the key, a donkey', 'key', ['key']],
    ['Ein Café in der Straße', 'cafe strass', ['Café', 'Straß']],
    ['İstanbul', 'istanbul', ['İstanbul']],
    ['ｋｉｔｅ', 'kite', ['ｋｉｔｅ']],
    ['मैं किताब लाऊँगी', 'किताब', ['किताब']],
    ['كِتَاب جديد', 'كتاب', ['كِتَاب']],
    ['明日は東京駅で', '東京', ['東京']],
    ['nothing here', 'kite', []],
  ])('in %j: %j', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });
});
