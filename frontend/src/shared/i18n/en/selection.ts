import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** Choosing several messages. */
export const selection = {
  begin: 'Select messages',
  one: 'Select',
  title: 'Selected messages',
  count: (count: number) => plural(count, { one: '1 selected', other: `${count} selected` }),
  choose: (author: string, time: string, text: string) =>
    `Select the message from ${author}, ${time}: ${text}`,
  end: 'Cancel selection',
  notDeletable: 'Only your own messages can be deleted',
  most: (count: number) => `At most ${count} messages can be selected.`,
};
