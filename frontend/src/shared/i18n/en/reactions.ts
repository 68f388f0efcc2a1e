import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** How one reacts to a message. */
export const reactions = {
  title: 'Reactions',
  reactWith: (emoji: string) => `React with ${emoji}`,
  undo: (emoji: string) => `Take back ${emoji}`,
  agree: 'React with this too',
  withdraw: 'Take your reaction back',
  count: (count: number) => plural(count, { one: '1 person', other: `${count} people` }),
  more: 'More emoji',
  who: 'Who reacted',
  others: (count: number) => plural(count, { one: '1 other', other: `${count} others` }),
  gone: 'No one any more.',
  failed: 'Your reaction was not saved.',
  tooMany: 'This message has as many kinds of reactions as it can have.',
};
