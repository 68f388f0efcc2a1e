import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrame } from './frames';

/** The golden frames that the chat service's own tests write and read. */
const golden = join(import.meta.dirname, '../../../../services/chat/src/test/resources/wire/frames');
const files = readdirSync(golden).filter((file) => file.endsWith('.json'));
const frames = files.map((file) => ({ file, text: readFileSync(join(golden, file), 'utf8') }));

/** What this version of the app acts on. */
const acted = [
  'ready',
  'sent',
  'message',
  'entry',
  'read',
  'conversation',
  'profile',
  'resync',
  'error',
  'authenticated',
  'token-expired',
  'signed-out',
  'presence',
  'typing',
  'delivered',
];

const typeOf = (text: string) => (JSON.parse(text) as { type: string }).type;

describe('the frames of the chat service', () => {
  it.each(acted)('has a golden %s', (type) => {
    expect(frames.map(({ text }) => typeOf(text))).toContain(type);
  });

  it.each(frames.filter(({ text }) => acted.includes(typeOf(text))))('are understood: $file', ({ text }) => {
    expect(readFrame(text)).toEqual(JSON.parse(text));
  });

  it.each(['{}', '[]', 'null', '', '{"type":"message"}', '{"type":"message","message":{"seq":0}}'])(
    'are not mistaken for %s',
    (text) => {
      expect(readFrame(text)).toBeUndefined();
    },
  );
});
