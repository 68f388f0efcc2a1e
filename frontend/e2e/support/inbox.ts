import { expect } from 'vitest';
import { inbox } from './settings';

interface Found {
  messages: { ID: string }[];
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(inbox() + path);
  if (!response.ok) throw new Error(`the inbox answered ${response.status} to ${path}`);
  return (await response.json()) as T;
}

/** The mails to an address, newest first. */
async function mailsTo(address: string): Promise<string[]> {
  const { messages } = await read<Found>(`/api/v1/search?query=${encodeURIComponent(`to:${address}`)}`);
  return messages.map(({ ID }) => ID);
}

/** The code in the newest mail to an address, once there are so many mails. */
export async function codeFor(address: string, mails = 1): Promise<string> {
  await expect.poll(() => mailsTo(address), { timeout: 30_000, interval: 200 }).toHaveLength(mails);
  const [newest = ''] = await mailsTo(address);
  const { Text } = await read<{ Text: string }>(`/api/v1/message/${newest}`);
  const code = /\b\d{6}\b/.exec(Text)?.[0];
  if (code === undefined) throw new Error('no code in the mail');
  return code;
}
