import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** What is sent beside words: pictures, files, voice messages. */
export const attachments = {
  attach: 'Attach',
  pictures: 'Add pictures',
  files: 'Add files',
  take: 'Take a picture',
  picture: 'Picture',
  file: 'File',
  // A name keeps its own direction.
  fileNamed: (name: string) => `File: \u2068${name}\u2069`,
  voice: 'Voice message',
  title: (count: number) => plural(count, { one: 'Send a file', other: `Send ${count} files` }),
  chosen: 'Chosen files',
  leaveOut: (name: string) => `Leave out ${name}`,
  asFiles: 'Send as files',
  asFilesHint: 'In original quality, with everything the files hold, such as where a picture was taken.',
  nothing: 'There is nothing to send.',
  unusable: {
    empty: 'This file is empty.',
    unreadable: 'This can’t be read. Folders can’t be sent.',
    'too-large': 'This file is larger than 100 MB.',
  },
  asFile: {
    heic: 'This browser can’t show HEIC pictures. It is sent as a file.',
    'no-picture': 'This picture can’t be shown. It is sent as a file.',
    'too-large': 'Too large for a picture. It is sent as a file.',
  },
  download: (name: string) => `Download ${name}`,
  downloadFailed: 'Download failed.',
  failures: {
    tooLarge: 'Not sent: too large.',
    full: 'Not sent: your storage is full. Delete messages with files that you no longer need.',
    type: 'Not sent: this type is not supported.',
    notKept: 'Not sent: the page was closed before it was uploaded. Choose it again.',
  },
};
