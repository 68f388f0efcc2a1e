/** The keys that do something, as the sheet under "?" says them. */
export const keyboard = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  search: 'Search people, conversations and messages',
  find: 'Search in this conversation',
  next: 'Next conversation',
  previous: 'Previous conversation',
  list: 'Back to the list',
  menu: 'Options of a conversation or message',
  reply: 'Reply to the selected or last message',
  react: 'React to the selected or last message',
  editLast: 'Edit your last message, when nothing is written',
  send: 'Send the message',
  newLine: 'New line',
  help: 'This list',
};
