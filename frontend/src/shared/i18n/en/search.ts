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
  open: 'Search in this conversation',
  field: 'Search messages',
  close: 'Close the search',
  older: 'Earlier hit',
  newer: 'Later hit',
  none: 'Nothing found',
  place: (at: number, of: string) => `${at} of ${of}`,
  many: (count: number) => `${count}+`,
};
