import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { click, expectAccessible, said, stage } from '../../../test/page';

const page = stage();

function party(count: number) {
  const { ada } = page.adaAndBen();
  const others = Array.from({ length: count - 1 }, (_, number) => page.fake.person(`Guest ${number}`));
  return { ada, others, talk: page.fake.talk([ada, ...others], 'Party') };
}

describe('a large group', () => {
  it('says how many are in it, and shows all of them page by page', async () => {
    const { ada, talk } = party(130);
    page.open(`/c/${talk.id}`, ada);

    await screen.findByText('130 members');
    click('130 members');

    const dialog = await screen.findByLabelText('Members', { selector: 'section' });
    await waitFor(() => {
      expect(dialog.getElementsByTagName('li')).toHaveLength(100);
    });
    expect(dialog.getElementsByTagName('li')[0]?.textContent).toContain('YouOwner');
    click('Show more');
    await screen.findByText('Guest 128', { selector: 'li *' });
    expect(dialog.textContent).not.toContain('Show more');
    await expectAccessible();
  });

  it('names who spoke long ago', async () => {
    const { ada, others, talk } = party(60);
    others.forEach((guest, number) => page.fake.write(talk, guest, `Hello ${number}!`));

    page.open(`/c/${talk.id}`, ada);

    await waitFor(async () => {
      expect((await said()).find((each) => each?.includes('Hello 35!'))).toContain('Guest 35: Hello 35!');
    });
  });

  it('ticks what all have read, whom it shows or not', async () => {
    const { ada, others, talk } = party(30);
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    page.fake.write(talk, ada, 'Cake!');
    await waitFor(async () => {
      expect((await said()).at(-1)).toMatch(/Sent$/);
    });

    others.forEach((guest) => {
      page.fake.read(talk, guest);
    });

    await waitFor(async () => {
      expect((await said()).at(-1)).toMatch(/Seen$/);
    });
  });
});
