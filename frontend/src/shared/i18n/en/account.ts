/** The account: its address, its data, its end. */
export const account = {
  title: 'Account',
  about: 'About',
  aboutHint: 'Everybody you talk to sees it. Up to 140 characters.',
  aboutInvalid: 'This is too long. Up to 140 characters.',
  changeEmail: 'Change e-mail address',
  emailTitle: 'Change your e-mail address',
  emailLead:
    'We mail a code to the new address. The old address gets a notice, and your other devices are signed out.',
  newEmail: 'New e-mail address',
  emailTaken: 'This address belongs to another account.',
  emailChanged: (email: string) => `Your address is ${email} now.`,
  change: 'Change address',
  back: 'Use another address',
  export: 'Export my data',
  cancelExport: (received: string) => `Cancel the export (${received} so far)`,
  exportFailed: 'Your data could not be exported.',
  remove: 'Delete account',
  removeTitle: 'Delete your account?',
  removeLead: 'This cannot be undone.',
  removeFirst:
    'Your name, e-mail address and settings are deleted at once, and all your devices are signed out.',
  removeGroups: 'You leave all groups. In groups you own, the longest-standing admin becomes the owner.',
  removeMessages:
    'Messages you sent stay with the people you sent them to, from “Deleted account”. Your pictures and files are deleted within a day.',
  removeCode: 'Mail me a code to confirm',
  removeNow: 'Delete account for good',
  cancel: 'Cancel',
  close: 'Close',
};
