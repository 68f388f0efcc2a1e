import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { button, click, expectAccessible, fill, stage } from '../../../test/page';

const page = stage();
const writeText = vi.fn(() => Promise.resolve());

beforeEach(() => {
  writeText.mockClear();
  vi.stubGlobal('navigator', Object.assign(navigator, { clipboard: { writeText } }));
});

const inTalk = { selector: '[data-message] *' };
const box = (text: string) =>
  screen.getByLabelText<HTMLInputElement>(new RegExp(`^Select the message.*${text}`));

/** Ada and Ben have said a little; Ada talks with Cleo, too, and in a group. */
async function talks() {
  const { ada, ben, cleo } = page.people();
  const talk = page.fake.talk([ada, ben]);
  const circle = page.fake.talk([ada, ben, cleo], 'Circle');
  const withCleo = page.fake.talk([ada, cleo]);
  const kites = page.fake.write(talk, ben, 'Kites?', { at: '2024-03-01T08:00:00.000Z' });
  const engines = page.fake.write(talk, ada, 'Engines.', { at: '2024-03-01T09:00:00.000Z' });
  const more = page.fake.write(talk, ada, 'Steam.', { at: '2024-03-01T09:01:00.000Z' });
  page.fake.read(talk, ada);
  page.open(`/c/${talk.id}`, ada);
  await page.connected();
  await screen.findByText('Kites?', inTalk);
  return { ada, ben, cleo, talk, circle, withCleo, kites, engines, more };
}

/** Chooses from the menu of the one message of Ben. */
async function choose(choice: string, author = 'Ben Franklin') {
  click(new RegExp(`^Options for the message from ${author}`));
  fireEvent.click(within(await screen.findByRole('menu')).getByText(choice));
}

const target = (name: string) =>
  within(screen.getByRole('dialog')).getByText(name).closest('label')?.querySelector('input') ??
  document.body;

describe('messages that are selected', () => {
  it('are copied with names and times, in their order', async () => {
    await talks();
    await choose('Select');
    await screen.findByText('1 selected');
    expect(box('Kites').checked).toBe(true);

    fireEvent.click(box('Steam'));
    await screen.findByText('2 selected');
    await expectAccessible();
    click('Copy');

    await waitFor(() => {
      expect(writeText).toHaveBeenCalledOnce();
    });
    const [[copied] = ['']] = writeText.mock.calls as unknown as [string][];
    expect(copied).toMatch(/^Ben Franklin, \d.*: Kites\?\nYou, \d.*: Steam\.$/);
    await screen.findByLabelText('Write a message');
  });

  it('are deleted for everyone when all are one’s own', async () => {
    const { engines, more, kites } = await talks();
    click('Options for this conversation');
    fireEvent.click(await screen.findByText('Select messages'));
    await screen.findByText('0 selected');
    fireEvent.click(box('Engines'));
    fireEvent.click(box('Kites'));
    expect(button('Only your own messages can be deleted').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(box('Kites'));
    fireEvent.click(box('Steam'));

    click('Delete for everyone');
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText('Delete 2 messages?');
    fireEvent.click(within(dialog).getByText('Delete for everyone'));

    await screen.findByLabelText('Write a message');
    expect([engines, more, kites].map(({ deletedAt }) => deletedAt === null)).toEqual([false, false, true]);
  });

  it('are none any more after Escape', async () => {
    const { talk } = await talks();
    await choose('Select');
    await screen.findByText('1 selected');

    fireEvent.keyDown(document.body, { key: 'Escape' });

    await screen.findByLabelText('Write a message');
    expect(document.querySelector('[data-message] input, input[type=checkbox]')).toBeNull();
    expect(location.pathname).toBe(`/c/${talk.id}`);
  });
});

describe('forwarding', () => {
  it('says of each conversation whether it has arrived, and sends nothing twice', async () => {
    const { circle, withCleo, kites } = await talks();
    await choose('Forward');
    await screen.findByText('Forward message');
    await waitFor(() => {
      expect(document.querySelectorAll('[role=dialog] li')).toHaveLength(3);
    });
    await expectAccessible();
    fireEvent.click(target('Circle'));
    fill(screen.getByLabelText('Search conversations to forward to'), 'cleo nile');
    fireEvent.click(target('Cleo de Nile'));
    page.fake.next(`POST /api/v1/conversations/${withCleo.id}/messages`, () => problem(403, 'forbidden'));
    click('Forward to 2 conversations');

    await screen.findByText(/^Not sent\./);
    expect(screen.getByText('Sent', { selector: '[role=dialog] *' }).closest('li')?.textContent).toMatch(
      /Circle/,
    );
    await expectAccessible();
    click('Try again');

    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect([circle, withCleo].map(({ messages }) => messages.map(({ text }) => text))).toEqual([
      [kites.text],
      [kites.text],
    ]);
    await screen.findByText('Forwarded to 2 conversations.');
  });

  it('takes pictures along, and goes to five conversations at most', async () => {
    const { ada, ben } = page.people();
    const talk = page.fake.talk([ada, ben]);
    const others = [1, 2, 3, 4, 5, 6].map((n) => page.fake.talk([ada, ben], `Group ${n}`));
    page.fake.images.stored.set('i-1', { type: 'image/png', bytes: new ArrayBuffer(9) });
    const image = { id: 'i-1', contentType: 'image/png', width: 4, height: 3, bytes: 9 };
    page.fake.show(talk, ben, image, 'Look!');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    await screen.findByText('Look!', inTalk);
    await choose('Forward');
    await screen.findByText('Forward message');
    await waitFor(() => {
      expect(document.querySelectorAll('[role=dialog] li')).toHaveLength(7);
    });

    for (const n of [1, 2, 3, 4, 5]) fireEvent.click(target(`Group ${n}`));
    expect((target('Group 6') as HTMLInputElement).disabled).toBe(true);
    click('Forward to 5 conversations');

    await waitFor(() => {
      expect(others.map(({ messages }) => messages.map((each) => [each.image?.id, each.text]))).toEqual([
        ...Array.from({ length: 5 }, () => [['i-1', 'Look!']]),
        [],
      ]);
    });
  });
});

describe('the details of a message', () => {
  it('say who has read it, and who has received it', async () => {
    const { ada, ben, cleo, circle } = await talks();
    page.fake.write(circle, cleo, 'x');
    const asked = page.fake.write(circle, ada, 'Who comes?');
    page.fake.read(circle, ben);
    page.fake.deliver(circle, cleo);
    fireEvent.click(await screen.findByText('Circle', { selector: 'nav a *' }));
    await screen.findByText(asked.text ?? '', inTalk);

    await choose('Message details', 'You');

    await screen.findByText('Read by 1');
    const sections = [...document.querySelectorAll('[role=dialog] section')];
    expect(sections.map((each) => each.getAttribute('aria-label'))).toEqual([
      'Read by 1',
      'Received, not read, by 1',
    ]);
    expect(sections.map((each) => each.querySelector('li')?.textContent)).toEqual([
      expect.stringContaining('Ben Franklin'),
      expect.stringContaining('Cleo de Nile'),
    ]);
    await expectAccessible();
  });

  it('name who has not received it, without those who joined later', async () => {
    const { ada, ben, cleo, circle } = await talks();
    const asked = page.fake.write(circle, ada, 'Who comes?');
    page.fake.read(circle, ben);
    page.fake.addMembers(circle, ada, [page.fake.person('Dora')]);
    fireEvent.click(await screen.findByText('Circle', { selector: 'nav a *' }));
    await screen.findByText(asked.text ?? '', inTalk);

    await choose('Message details', 'You');

    const section = await screen.findByRole('region', { name: 'Not received yet by 1' });
    expect(
      [...document.querySelectorAll('[role=dialog] section')].map((each) => each.getAttribute('aria-label')),
    ).toEqual(['Read by 1', 'Not received yet by 1']);
    expect([...section.querySelectorAll('li')].map((each) => each.textContent)).toEqual([
      expect.stringContaining(cleo.name),
    ]);
    await expectAccessible();
  });
});
