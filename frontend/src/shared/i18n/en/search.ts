import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** Search in messages, from the list and within a conversation. */
export const search = {
  people: 'People',
  messages: 'Messages',
  searching: 'Searching messages…',
  found: (count: number) => plural(count, { one: '1 message found', other: `${count} messages found` }),
  foundMore: (count: number) =>
    plural(count, { one: 'More than 1 message found', other: `More than ${count} messages found` }),
  more: 'Show more messages',
  failed: 'Messages could not be searched.',
};
