import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** What one does with a message, and what is seen of that. */
export const message = {
  menu: (author: string, time: string) => `Options for the message from ${author}, ${time}`,
  reply: 'Reply',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Your browser did not let Natter copy this.',
  edit: 'Edit',
  delete: 'Delete for everyone…',
  edited: 'edited',
  deleted: 'This message was deleted',
  replyTo: (name: string) => `Reply to ${name}`,
  quoteOf: (name: string) => `Reply to ${name}, go to the message:`,
  cancelReply: 'Cancel the reply',
  editing: 'Edit message',
  cancelEdit: 'Cancel editing',
  save: 'Save',
  saving: 'Saving…',
  tooLate: 'A message can be edited for 24 hours after it was sent.',
  notSaved: 'Your change was not saved.',
  goneAway: 'This message was deleted meanwhile.',
  jumpFailed: 'The message could not be loaded.',
  mention: 'Mention a member',
  unknown: 'Unknown',
  code: 'Code',
  copyCode: 'Copy code',
  deleteTitle: (count: number) =>
    plural(count, { one: 'Delete message?', other: `Delete ${count} messages?` }),
  deleteLead: (count: number) =>
    plural(count, {
      one: 'It is deleted for everyone in this conversation. This cannot be undone.',
      other: 'They are deleted for everyone in this conversation. This cannot be undone.',
    }),
  deleteConfirm: 'Delete for everyone',
  deleting: 'Deleting…',
  notDeleted: 'Not deleted.',
  cancel: 'Cancel',
  close: 'Close',
};
