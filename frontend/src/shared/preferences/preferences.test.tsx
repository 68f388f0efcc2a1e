import { afterEach, expect, it } from 'vitest';
import { Preferences } from './preferences';

let preferences: Preferences | undefined;

afterEach(() => {
  preferences?.close();
  document.head.innerHTML = '';
});

it('colours the bars of the browser as the chosen scheme, or as the system’s', () => {
  document.head.innerHTML =
    '<meta name="theme-color" data-scheme="light"><meta name="theme-color" data-scheme="dark">';
  const media = () => [...document.querySelectorAll('meta')].map((meta) => meta.media);
  preferences = new Preferences();
  expect(media()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);

  preferences.choose({ scheme: 'dark' });
  expect(media()).toEqual(['not all', 'all']);
  preferences.choose({ scheme: 'light' });
  expect(media()).toEqual(['all', 'not all']);
});
