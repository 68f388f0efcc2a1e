/** The keys that do something, as the sheet under "?" says them. */
export const keyboard = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  search: 'Search people, conversations and messages',
  next: 'Next conversation',
  previous: 'Previous conversation',
  list: 'Back to the list',
  menu: 'Options of a conversation or message',
  send: 'Send the message',
  newLine: 'New line',
  help: 'This list',
};
