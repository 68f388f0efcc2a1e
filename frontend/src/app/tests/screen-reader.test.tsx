import { virtual } from '@guidepup/virtual-screen-reader';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { stage } from '../../../test/page';

const page = stage();

afterEach(() => virtual.stop());

/** What is heard, from now on. */
async function listen() {
  await virtual.start({ container: document.body });
  await virtual.clearSpokenPhraseLog();
  return () => virtual.spokenPhraseLog();
}

function adaWrote() {
  const both = page.adaAndBen();
  page.fake.write(both.talk, both.ada, 'Soup?');
  return both;
}

describe('a screen reader', () => {
  it('says who wrote what when a message arrives in the open conversation, and leaves one where one is', async () => {
    const { ada, ben, talk } = adaWrote();
    page.open(`/c/${talk.id}`, ada);
    const field = await screen.findByLabelText('Write a message');
    await page.connected();
    const heard = await listen();
    field.focus();
    const before = (await heard()).length;

    act(() => {
      page.fake.write(talk, ben, 'With croutons!');
    });

    await waitFor(async () => {
      expect((await heard()).slice(before)).toContain('polite: Ben Franklin says: With croutons!');
    });
    expect((await heard()).filter((phrase) => phrase.includes('croutons'))).toHaveLength(1);
    expect(document.activeElement).toBe(field);
  });

  it('says from whom one came, and not what, when another conversation is open', async () => {
    const { ada, ben, talk } = adaWrote();
    page.open('/', ada);
    await screen.findByLabelText('Conversations', { selector: 'nav' });
    await page.connected();
    const heard = await listen();

    act(() => {
      page.fake.write(talk, ben, 'With croutons!');
    });

    await waitFor(async () => {
      expect(await heard()).toContain('polite: New message from Ben Franklin');
    });
  });

  it('reads a message with its author, its time and what has become of it', async () => {
    const { ada, ben, talk } = adaWrote();
    page.open(`/c/${talk.id}`, ada);
    await screen.findByLabelText('Messages');
    await page.connected();
    act(() => {
      page.fake.read(talk, ben);
    });
    await screen.findAllByText('Seen');
    const messages = screen.getByLabelText('Messages');

    await virtual.start({ container: messages });
    while ((await virtual.lastSpokenPhrase()) !== 'end of group, Messages') await virtual.next();

    const read = (await virtual.spokenPhraseLog()).join(' | ');
    expect(read).toMatch(/You: \| Soup\? \| time, [^|]*\d{4} at [^|]* \| .* \| Seen/);
    expect(read).toMatch(/heading, Today, level 2/);
  });
});
