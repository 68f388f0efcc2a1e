import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** Sending messages on to other conversations. */
export const forward = {
  open: 'Forward',
  title: (count: number) => plural(count, { one: 'Forward message', other: `Forward ${count} messages` }),
  search: 'Search conversations to forward to',
  most: (count: number) => `Up to ${count} conversations.`,
  targets: 'Conversations to forward to',
  more: 'Show more conversations',
  send: (count: number) =>
    plural(count, { one: 'Forward to 1 conversation', other: `Forward to ${count} conversations` }),
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Not sent.',
  done: (count: number) =>
    plural(count, { one: 'Forwarded to 1 conversation.', other: `Forwarded to ${count} conversations.` }),
};
