import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { click, expectAccessible, heading, rows, stage } from '../../../test/page';

const page = stage();

/** Ada's group, in which Ben has said something. */
function group() {
  const { ada, ben, cleo } = page.people();
  const talk = page.fake.talk([ada, ben], 'Walkers');
  page.fake.write(talk, ben, 'Shall we?');
  return { ada, ben, cleo, talk };
}

/** What stands in the open conversation, row by row, without times. */
async function lines(): Promise<string[]> {
  const list = await screen.findByLabelText('Messages');
  return [...list.querySelectorAll('[data-index]')].flatMap((row) => {
    const message = row.querySelector('[data-text]');
    if (message !== null) return message.textContent;
    return [...row.querySelectorAll('p:has(time)')].map((line) =>
      line.textContent.replace(/[\u2068\u2069]|\s*\d+:\d+.*$/g, ''),
    );
  });
}

describe('what happens to a group', () => {
  it('stands among what was said, and is not unread', async () => {
    const { ada, ben, cleo, talk } = group();
    page.fake.addMembers(talk, ada, [cleo]);
    page.fake.giveRole(talk, ada, ben, 'admin');
    page.fake.write(talk, cleo, 'Hello.');
    page.fake.removeMember(talk, cleo, cleo);
    page.fake.read(talk, ada, 4);
    page.open(`/c/${talk.id}`, ada);
    await heading('Walkers');

    await waitFor(async () => {
      expect(await lines()).toEqual([
        'Shall we?',
        'You added Cleo de Nile',
        'You made Ben Franklin an admin',
        'Hello.',
        'Cleo de Nile left',
      ]);
    });
    expect(screen.queryByText('New messages')).toBeNull();
    expect((await rows())[0]).toContain('Hello.');
    expect(document.querySelectorAll('[data-menu-button]')).toHaveLength(2);
    await expectAccessible();
  });

  it('appears as it happens, and when it happened while one was away', async () => {
    const { ada, ben, cleo, talk } = group();
    page.open(`/c/${talk.id}`, ada);
    await heading('Walkers');
    await page.connected();

    act(() => {
      page.fake.addMembers(talk, ben, [cleo]);
    });
    await waitFor(async () => {
      expect(await lines()).toEqual(['Shall we?', 'Ben Franklin added Cleo de Nile']);
    });
    act(() => {
      page.fake.socketsOpen = false;
      page.fake.dropSockets(1006);
    });
    page.fake.retitle(talk, ben, 'Talkers');
    page.fake.write(talk, ben, 'Who comes?');
    page.fake.socketsOpen = true;

    await waitFor(
      async () => {
        expect(await lines()).toEqual([
          'Shall we?',
          'Ben Franklin added Cleo de Nile',
          'Ben Franklin renamed the group to “Talkers”',
          'Who comes?',
        ]);
      },
      { timeout: 10_000 },
    );
  });

  it('is there before anything was said, and again when one comes back to the page', async () => {
    const { ada, ben } = page.people();
    const talk = page.fake.talk([ada, ben], 'Walkers');
    page.fake.retitle(talk, ada, 'Talkers');
    page.open(`/c/${talk.id}`, ada);
    await waitFor(async () => {
      expect(await lines()).toEqual(['You renamed the group to “Talkers”']);
    });

    page.reload();

    await waitFor(async () => {
      expect(await lines()).toEqual(['You renamed the group to “Talkers”']);
    });
  });

  it('is counted where much of it happened in a row', async () => {
    const { ada, talk } = group();
    for (let n = 1; n <= 6; n++) page.fake.retitle(talk, ada, `Walkers ${n}`);
    page.open(`/c/${talk.id}`, ada);

    const summary = await screen.findByText('6 changes to the group');

    expect(summary.closest('details')?.open).toBe(false);
    expect(await lines()).toHaveLength(7);
    await expectAccessible();
    click('Walkers 6');
  });
});
