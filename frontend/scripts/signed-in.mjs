import { randomUUID } from 'node:crypto';

/** A user with a conversation of some length and a list that fills a screen, made by the API of a running stack. */
const FRIENDS = 12;
const MESSAGES = 60;

/**
 * @param {string} origin
 * @param {string} inbox
 */
export async function arrive(origin, inbox) {
  const run = Date.now().toString(36);
  const reader = await signIn(origin, inbox, `reader-${run}@example.com`);
  const friends = await Promise.all(
    Array.from({ length: FRIENDS }, (_, n) => signIn(origin, inbox, `friend-${n}-${run}@example.com`)),
  );
  /** @type {string[]} */
  const conversations = [];
  for (const [n, friend] of friends.entries()) {
    const { id } = await call(origin, 'POST', '/api/v1/conversations', friend.token, {
      memberIds: [reader.id],
    });
    for (let at = 0; at < (n === 0 ? MESSAGES : 3); at++) {
      await call(origin, 'POST', `/api/v1/conversations/${id}/messages`, friend.token, {
        clientMessageId: randomUUID(),
        text: `Message ${at}. ${'And so on. '.repeat(at % 7)}`,
      });
    }
    conversations.push(id);
  }
  return { ...reader, conversation: String(conversations[0]) };
}

/**
 * @param {string} origin
 * @param {string} inbox
 * @param {string} email
 */
async function signIn(origin, inbox, email) {
  const { challengeId } = await call(origin, 'POST', '/api/v1/auth/otp', undefined, { email });
  const otp = await codeFor(inbox, email);
  const answer = await fetch(`${origin}/api/v1/auth/otp/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, challengeId, otp }),
  });
  if (!answer.ok) throw new Error(`verify answered ${answer.status}`);
  const { accessToken, user } = await answer.json();
  const cookie = /natter_refresh=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return { id: user.id, token: accessToken, cookie };
}

/**
 * @param {string} inbox
 * @param {string} email
 */
async function codeFor(inbox, email) {
  const found = `${inbox}/api/v1/search?query=${encodeURIComponent(`to:${email}`)}`;
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const { messages } = await (await fetch(found)).json();
    if (messages.length > 0) {
      const { Text } = await (await fetch(`${inbox}/api/v1/message/${messages[0].ID}`)).json();
      return String(/\b\d{6}\b/.exec(Text)?.[0]);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no mail for ${email}`);
}

/**
 * Repeats a call for a while, until the other service knows the user.
 *
 * @param {string} origin
 * @param {string} method
 * @param {string} path
 * @param {string | undefined} token
 * @param {object} body
 */
async function call(origin, method, path, token, body) {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(origin + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (answer.ok) return answer.json();
    if (answer.status !== 404 || tries === 50) throw new Error(`${path} answered ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
