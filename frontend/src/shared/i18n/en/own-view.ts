import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** What one person does to a conversation in their own list. */
export const ownView = {
  menu: (name: string) => `Options for ${name}`,
  pin: 'Pin',
  unpin: 'Unpin',
  pinned: 'Pinned',
  mute: 'Mute…',
  unmute: 'Unmute',
  muted: 'Muted',
  mutedUntil: (time: string) => `Muted until ${time}`,
  archive: 'Archive',
  unarchive: 'Move out of the archive',
  markUnread: 'Mark as unread',
  markRead: 'Mark as read',
  markedUnread: 'Marked as unread',
  failed: 'The change was not saved.',
  tooManyPinned: 'You have pinned as many conversations as you can. Unpin one first.',
  muteTitle: 'Mute notifications',
  muteLead: 'New messages arrive silently: no sound, no notification, no count on the app.',
  muteFor: 'For how long',
  hours: (count: number) => plural(count, { one: '1 hour', other: `${count} hours` }),
  until: 'Until a time you choose',
  forEver: 'Until I unmute it',
  untilWhen: 'Date and time',
  untilInvalid: 'Choose a time in the future.',
  muteNow: 'Mute',
  close: 'Close',
  filters: 'Show',
  all: 'All',
  unread: 'Unread',
  archived: 'Archived',
  noneUnread: 'You have read everything.',
  noneArchived: 'No archived conversations.',
  noneArchivedLead: 'An archived conversation moves here until a new message arrives.',
};
