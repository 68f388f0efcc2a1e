import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, heading, rows, stage } from '../../../test/page';

const page = stage();
const SEARCH = 'GET /api/v1/search/messages';

/** Ada, who talked with Ben of kites, and with a group of other things. */
async function talks(path = '/') {
  const { ada, ben, cleo } = page.people();
  const kit = page.fake.person('Kit Carson');
  const withBen = page.fake.talk([ada, ben]);
  const circle = page.fake.talk([ada, ben, cleo], 'Sunday walkers');
  page.fake.write(withBen, ben, 'Bring the kite and the key', { at: '2024-03-01T08:00:00.000Z' });
  page.fake.write(withBen, ada, 'Which kites?', { at: '2024-03-01T09:00:00.000Z' });
  page.fake.write(circle, cleo, 'A kite by the Nile', { at: '2024-03-02T08:00:00.000Z' });
  page.fake.write(circle, cleo, 'or a boat', { at: '2024-03-02T09:00:00.000Z' });
  page.open(path, ada);
  await rows();
  return { ada, ben, cleo, kit, withBen, circle };
}

const seek = (words: string) => {
  fill(screen.getByLabelText('Search conversations'), words);
};
const hits = async () => {
  const found = await screen.findByLabelText('Messages', { selector: 'section' });
  return [...found.getElementsByTagName('li')];
};

describe('the search', () => {
  it('finds messages of all conversations, newest first, and marks what was found', async () => {
    await talks();

    seek('kite');

    await screen.findByText('3 messages found');
    const found = await hits();
    expect(found.map((each) => each.textContent)).toEqual([
      expect.stringMatching(/Sunday walkers.*Cleo: A kite by the Nile/),
      expect.stringMatching(/Ben Franklin.*You: Which kites\?/),
      expect.stringMatching(/Ben Franklin.*Bring the kite and the key/),
    ]);
    expect(found.map((each) => each.querySelector('mark')?.textContent)).toEqual(['kite', 'kite', 'kite']);
    await expectAccessible();
  });

  it('finds people one has not talked with, and begins to', async () => {
    await talks();

    seek('kit');

    const people = await screen.findByLabelText('People', { selector: 'section' });
    fireEvent.click(within(people).getByText('Kit Carson'));
    await heading('Kit Carson');
    expect(location.pathname).toMatch(/^\/c\//);
  });

  it('asks once typing pauses', async () => {
    await talks();

    seek('k');
    seek('ki');
    seek('kite');

    await screen.findByText('3 messages found');
    expect(page.fake.requests.filter((call) => call === SEARCH)).toHaveLength(1);
  });

  it('says when messages could not be searched, and tries again', async () => {
    await talks();
    page.fake.next(SEARCH, () => problem(403, 'forbidden'));

    seek('kite');
    await screen.findByText('Messages could not be searched.');
    await expectAccessible();
    click('Try again');

    await screen.findByText('3 messages found');
  });

  it('shows further ones when asked to, past pages that hold none', async () => {
    const { withBen, ben } = await talks();
    for (let n = 0; n < 25; n++) page.fake.write(withBen, ben, `boat ${n}`, { lost: true });
    page.fake.next(
      SEARCH,
      () =>
        new Response(JSON.stringify({ items: [], next: '0' }), {
          headers: { 'content-type': 'application/json' },
        }),
    );

    seek('boat');
    await screen.findByText('More than 20 messages found');
    click('Show more messages');

    await screen.findByText('26 messages found');
    expect(await hits()).toHaveLength(26);
  });

  it('says that there is nothing only when there is nothing at all', async () => {
    await talks();
    seek('boat');
    await screen.findByText('1 message found');
    expect(screen.queryByText('No conversation with “boat”')).toBeNull();

    seek('submarine');

    await heading('No conversation with “submarine”');
    await waitFor(() => {
      expect(screen.queryByLabelText('Messages', { selector: 'section' })).toBeNull();
    });
  });
});
