import { expect, it } from 'vitest';
import { Toasts } from './toasts';

const words = (toasts: Toasts) => toasts.getSnapshot().map((toast) => toast.words);

it('are the latest three, and no words twice', () => {
  const toasts = new Toasts();

  ['one', 'two', 'three', 'one', 'four'].forEach((each) => {
    toasts.fail(each);
  });

  expect(words(toasts)).toEqual(['three', 'one', 'four']);
});

it('are closed one at a time', () => {
  const toasts = new Toasts();
  toasts.fail('not sent', '/c/1');
  toasts.fail('not sent', '/c/2');

  toasts.close(toasts.getSnapshot()[0]?.id ?? 0);

  expect(toasts.getSnapshot()).toMatchObject([{ words: 'not sent', path: '/c/2' }]);
});
