import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, heading, rows, stage } from '../../../test/page';

const page = stage();

/** A group of three in which Ada is what one says; Dora is not in it. */
async function group(role: 'owner' | 'admin' | 'member') {
  const { ada, ben, cleo } = page.people();
  const dora = page.fake.person('Dora');
  const members = role === 'owner' ? [ada, ben, cleo] : [ben, ada, cleo];
  const talk = page.fake.talk(members, 'Sunday walkers');
  if (role === 'admin') talk.roles.set(ada.id, 'admin');
  page.fake.write(talk, ben, 'Shall we?');
  page.open(`/c/${talk.id}`, ada);
  await heading('Sunday walkers');
  await page.connected();
  return { ada, ben, cleo, dora, talk };
}

const inDialog = () => within(screen.getAllByRole('dialog').at(-1) ?? document.body);
const openDetails = async () => {
  click('Sunday walkers');
  await screen.findByText('Members');
  await waitFor(() => {
    expect(document.querySelector('[role=dialog] [aria-busy=true]')).toBeNull();
  });
};
async function choose(name: string, choice: string) {
  click(`Options for ${name}`);
  fireEvent.click(await screen.findByText(choice, { selector: '[role=menuitem] *' }));
}
const members = () =>
  [...document.querySelectorAll('[role=dialog] section li')].map((each) => each.textContent);

describe('a group', () => {
  it('lets its owner do everything, and a member nothing but leave', async () => {
    await group('owner');
    await openDetails();
    click('Options for Ben Franklin');
    await screen.findByText('Make admin');
    expect(screen.getAllByRole('menuitem').map((each) => each.textContent)).toEqual([
      'Message Ben Franklin',
      'Make admin',
      'Make owner',
      'Remove from the group',
    ]);
    await expectAccessible();
  });

  it('lets an admin rename, add and remove, and give no roles', async () => {
    await group('admin');
    await openDetails();
    expect(inDialog().queryByText('Add people')).not.toBeNull();
    expect(inDialog().queryByText('Change the name')).not.toBeNull();
    click('Options for Cleo de Nile');
    await screen.findByText('Remove from the group');
    expect(screen.queryByText('Make admin')).toBeNull();
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    await waitFor(() => {
      expect(screen.queryByRole('menu')).toBeNull();
    });
    click('Options for Ben Franklin');
    await screen.findByText('Message Ben Franklin');
    expect(screen.getAllByRole('menuitem')).toHaveLength(1);
  });

  it('offers a member no more than leaving', async () => {
    await group('member');
    await openDetails();
    expect(inDialog().queryByText('Add people')).toBeNull();
    expect(inDialog().queryByText('Change the name')).toBeNull();
    expect(inDialog().queryByText('Leave the group')).not.toBeNull();
    await expectAccessible();
  });

  it('takes in people that are found, and not those who are in it', async () => {
    const { talk, dora } = await group('owner');
    await openDetails();
    fireEvent.click(inDialog().getByText('Add people'));
    const field = await screen.findByPlaceholderText('Add people');
    fill(field, 'cleo');
    await screen.findByText('No one found for “cleo”.');
    fill(field, 'do');
    fireEvent.click(await screen.findByText('Dora', { selector: '[role=option] *' }));
    await expectAccessible();
    fireEvent.click(await screen.findByText('Add 1 person'));

    await waitFor(() => {
      expect(members().some((each) => each.includes('Dora'))).toBe(true);
    });
    expect(talk.memberIds).toContain(dora.id);
    await screen.findByText('4 people');
  });

  it('says why a person could not be added', async () => {
    const { talk } = await group('owner');
    page.fake.next(`POST /api/v1/conversations/${talk.id}/members`, () => problem(422, 'member_unavailable'));
    await openDetails();
    fireEvent.click(inDialog().getByText('Add people'));
    fill(await screen.findByPlaceholderText('Add people'), 'do');
    fireEvent.click(await screen.findByText('Dora', { selector: '[role=option] *' }));

    fireEvent.click(await screen.findByText('Add 1 person'));

    await screen.findByText('At least one of these people cannot be added.');
    expect(talk.memberIds).toHaveLength(3);
  });

  it('promotes and demotes, and shows it', async () => {
    const { talk, ben } = await group('owner');
    await openDetails();

    await choose('Ben Franklin', 'Make admin');
    await waitFor(() => {
      expect(members()[1]).toMatch(/Admin$/);
    });
    expect(talk.roles.get(ben.id)).toBe('admin');
    await choose('Ben Franklin', 'Remove as admin');
    await waitFor(() => {
      expect(members()[1]).not.toMatch(/Admin$/);
    });
  });

  it('changes hands only after a warning', async () => {
    const { talk, ben, ada } = await group('owner');
    await openDetails();

    await choose('Ben Franklin', 'Make owner');
    await heading('Make Ben Franklin the owner?');
    await expectAccessible();
    expect(talk.roles.get(ben.id)).toBeUndefined();
    click('Make owner');

    await waitFor(() => {
      expect([talk.roles.get(ben.id), talk.roles.get(ada.id)]).toEqual(['owner', 'admin']);
    });
    await waitFor(() => {
      expect(screen.queryByText('Make Ben Franklin the owner?')).toBeNull();
      expect(members()[1]).toMatch(/Owner$/);
    });
  });

  it('loses a member after a warning, and says when that failed', async () => {
    const { talk, cleo } = await group('owner');
    page.fake.next(`DELETE /api/v1/conversations/${talk.id}/members/${cleo.id}`, () =>
      problem(403, 'not_an_admin'),
    );
    await openDetails();

    await choose('Cleo de Nile', 'Remove from the group');
    await heading('Remove Cleo de Nile?');
    click('Remove from the group');
    await screen.findByText('Only admins can do this.');
    click('Remove from the group');

    await waitFor(() => {
      expect(members()).toHaveLength(2);
    });
    expect(talk.memberIds).not.toContain(cleo.id);
  });

  it('takes another name, for everybody', async () => {
    const { talk } = await group('owner');
    await openDetails();
    fireEvent.click(inDialog().getByText('Change the name'));
    const field = await screen.findByLabelText('Name of the group');
    fill(field, '   ');
    click('Save');
    await screen.findByText('A group needs a name of 1 to 80 characters.');
    fill(field, ' Monday walkers ');
    click('Save');

    await heading('Monday walkers');
    expect(talk.title).toBe('Monday walkers');
    await waitFor(async () => {
      expect((await rows())[0]).toMatch(/^Monday walkers/);
    });
  });

  it('is left after it is said who becomes the owner, and is gone then', async () => {
    const { talk, ben } = await group('owner');
    await openDetails();
    fireEvent.click(inDialog().getByText('Leave the group'));
    await heading('Leave “Sunday walkers”?');
    await screen.findByText(/The longest-standing admin becomes the owner/);
    await expectAccessible();

    fireEvent.click(inDialog().getByText('Leave the group'));

    await waitFor(() => {
      expect(location.pathname).toBe('/');
    });
    expect(talk.roles.get(ben.id)).toBe('owner');
    await heading('No conversations yet');
  });

  it('closes when one is removed from it, says so, and leaves nothing on the device', async () => {
    const { talk, ben, ada } = await group('member');
    const kept = async () => {
      const open = indexedDB.open(`natter.${ada.id}`);
      await new Promise((resolve) => (open.onsuccess = resolve));
      const keys = open.result.transaction('messages').objectStore('messages').getAllKeys();
      await new Promise((resolve) => (keys.onsuccess = resolve));
      open.result.close();
      return keys.result;
    };
    await waitFor(async () => {
      expect(await kept()).toEqual([talk.id]);
    });

    act(() => {
      page.fake.removeMember(talk, ben, ada);
    });

    await screen.findByText('You are no longer a member of “Sunday walkers”.');
    expect(location.pathname).toBe('/');
    await heading('No conversations yet');
    await waitFor(async () => {
      expect(await kept()).toEqual([]);
    });
    await expectAccessible();
  });

  it('shows what was said before many changes of the group', async () => {
    const { ada, ben, cleo } = page.people();
    const talk = page.fake.talk([ada, ben, cleo], 'Sunday walkers');
    page.fake.write(talk, ben, 'Long ago');
    for (let times = 0; times < 120; times += 1)
      page.fake.giveRole(talk, ada, cleo, times % 2 === 0 ? 'admin' : 'member');

    page.open(`/c/${talk.id}`, ada);

    await screen.findByText('Long ago', { selector: '[data-message] *' });
  });

  it('leads to a conversation of two with a member', async () => {
    await group('member');
    await openDetails();

    await choose('Cleo de Nile', 'Message Cleo de Nile');

    await heading('Cleo de Nile');
  });
});
