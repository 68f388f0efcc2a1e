import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { tagOf } from '@/shared/chat/namesakes';
import { click, expectAccessible, fill, heading, rows, said, stage } from '../../../test/page';

const page = stage();

/** Two people of one name, one of whom Ada talks with, and a group with both. */
function twoAlexes() {
  const { fake } = page;
  const ada = fake.person('Ada Lovelace');
  const alex = fake.person('Alex Kim', 'alex@example.org');
  const other = fake.person('Alex Kim', 'not-alex@example.org');
  return { fake, ada, alex, other };
}

describe('two people of one name', () => {
  it('have codes in a group, in the list and above their conversations', async () => {
    const { fake, ada, alex, other } = twoAlexes();
    const [one, two] = [fake.talk([ada, alex]), fake.talk([ada, other])];
    const group = fake.talk([ada, alex, other], 'Payroll');
    fake.write(group, alex, 'Transfer it to DE11.', { at: '2024-03-01T08:00:00.000Z' });
    fake.write(group, other, 'No: to DE99.', { at: '2024-03-01T08:01:00.000Z' });
    fake.write(one, alex, 'the real one', { at: '2024-03-02T08:00:00.000Z' });
    fake.write(two, other, 'the other one', { at: '2024-03-03T08:00:00.000Z' });
    page.open(`/c/${group.id}`, ada);

    const [first, second] = await said();
    expect(first).toContain(`Alex Kim ${tagOf(alex.id)}`);
    expect(second).toContain(`Alex Kim ${tagOf(other.id)}`);
    expect(await rows()).toEqual([
      expect.stringContaining(`Alex Kim ${tagOf(other.id)}`),
      expect.stringContaining(`Alex Kim ${tagOf(alex.id)}`),
      expect.stringMatching(/^Payroll/),
    ]);
    fireEvent.click(screen.getByText('the real one', { selector: 'a *' }));
    await heading(new RegExp(tagOf(alex.id)));
    await expectAccessible();
  });

  it('are distinguishable where one looks for people, by what is no secret', async () => {
    const { fake, ada, alex, other } = twoAlexes();
    fake.write(fake.talk([ada, alex]), alex, 'the real one');
    page.open('/', ada);
    await rows();
    click('New conversation');
    fill(await screen.findByRole('combobox'), 'Alex');

    await screen.findByText('2 people found');
    const found = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(found).toEqual([
      `Alex Kim${tagOf(alex.id)} · You have a conversation`,
      expect.stringMatching(new RegExp(`^Alex Kim${tagOf(other.id)} · On Natter since .*\\d{4}$`)),
    ]);
    expect(document.body.textContent).not.toContain('alex@example.org');
  });
});

describe('a stranger', () => {
  it('comes with a hint until one answers', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Send me your code, quick');
    page.open(`/c/${talk.id}`, ada);
    await screen.findByText('You have not talked with this person before.');
    await expectAccessible();

    fill(await screen.findByLabelText('Write a message'), 'No.');
    fireEvent.submit(screen.getByLabelText('Write a message'));

    expect(await said()).toHaveLength(2);
    expect(screen.queryByText('You have not talked with this person before.')).toBeNull();
  });

  it('is no one member of a group', async () => {
    const { ada, ben, cleo } = page.people();
    const group = page.fake.talk([ada, ben, cleo], 'Walkers');
    page.fake.write(group, ben, 'Hello');
    page.open(`/c/${group.id}`, ada);
    await said();

    expect(screen.queryByText('You have not talked with this person before.')).toBeNull();
  });
});

describe('the list', () => {
  it('shows what is half written, and what was said last without the name that stands above it', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites?');
    const other = page.fake.talk([ada, page.fake.person('Cleo')]);
    page.open(`/c/${talk.id}`, ada);
    const line = () =>
      screen.findByText('Ben Franklin', { selector: 'a *' }).then((name) => name.closest('a')?.textContent);
    expect(await line()).toMatch(/^Ben FranklinKites\?/);
    fill(await screen.findByLabelText('Write a message'), 'half a sen');
    expect(await line()).toMatch(/Kites\?/);

    fireEvent.click(await screen.findByText('Cleo', { selector: 'a *' }));
    await heading('Cleo');

    expect(location.pathname).toBe(`/c/${other.id}`);
    expect(await line()).toMatch(/Draft: half a sen/);
  });
});

describe('a newcomer', () => {
  it('sees what to do first', async () => {
    page.open('/', page.fake.person('ada.lovelace'));
    const [first] = await screen.findAllByText('Welcome to Natter');
    expect(first).toBeDefined();
    await screen.findAllByText('ada.lovelace', { selector: 'bdi' });
    await expectAccessible();

    const [change] = screen.getAllByText('Change name');
    fireEvent.click(change as HTMLElement);

    await heading('About you');
  });
});
