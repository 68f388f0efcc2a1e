/** What is known of a message one has sent. */
export const receipts = {
  open: 'Message details',
  title: 'Message details',
  sent: (when: string) => `Sent: ${when}`,
  edited: (when: string) => `Edited: ${when}`,
  read: (count: number) => `Read by ${count}`,
  received: (count: number) => `Received, not read, by ${count}`,
  notReceived: (count: number) => `Not received yet by ${count}`,
  tooMany: 'Who has read a message is shown in groups of up to 100 members.',
};
