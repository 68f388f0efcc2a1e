/** Notifications while the app is closed. */
export const push = {
  offer: 'Get notified of replies?',
  explained:
    'Your browser shows new messages, also while this page is closed. You can turn it off in your profile.',
  accept: 'Turn on',
  decline: 'Not now',
  said: '{name}: {text}',
  reply: 'Reply',
  notSent: 'Your reply was not sent',
};
