import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { click, heading, stage } from '../../../test/page';

const page = stage();

const back = () => {
  act(() => {
    history.back();
  });
};
const gone = () =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
const shows = (path: string) =>
  waitFor(() => {
    expect(location.pathname).toBe(path);
  });

async function fromListToConversation() {
  const { ada, ben, talk } = page.adaAndBen();
  page.fake.write(talk, ben, 'Kites?');
  page.open('/', ada);
  fireEvent.click(await screen.findByText('Ben Franklin', { selector: 'a *' }));
  await heading('Ben Franklin');
  return { path: `/c/${talk.id}` };
}

describe('the browser’s way back', () => {
  it('closes what lies over the page first, one after the other, and only then leads away', async () => {
    const { path } = await fromListToConversation();
    click('Your profile');
    await screen.findByRole('dialog');

    back();
    await gone();
    expect(location.pathname).toBe(path);
    back();
    await shows('/');
  });

  it('knows nothing of what was closed otherwise', async () => {
    const { path } = await fromListToConversation();
    for (let turn = 0; turn < 2; turn++) {
      click('Your profile');
      await screen.findByRole('dialog');
      click('Close');
      await gone();
    }
    await waitFor(() => {
      expect((history.state as { overlays?: number }).overlays ?? 0).toBe(0);
    });
    expect(location.pathname).toBe(path);

    back();
    await shows('/');
  });

  it('does not close what opens while another one is still closing', async () => {
    await fromListToConversation();
    click('Your profile');
    await screen.findByRole('dialog');
    const left = new Promise((resolve) => {
      addEventListener('popstate', resolve, { once: true });
    });
    click('Close');
    click('New conversation');
    await screen.findByRole('combobox');
    await left;

    await waitFor(() => {
      expect((history.state as { overlays?: number }).overlays).toBe(1);
    });
    expect(screen.queryByRole('combobox')).not.toBeNull();
    back();
    await gone();
  });

  it('passes over a dialog from which one went on', async () => {
    const { ada, ben, talk } = page.adaAndBen();
    page.fake.write(talk, ben, 'Kites?');
    page.open('/', ada);
    await screen.findByText('Ben Franklin', { selector: 'a *' });
    click('New conversation');
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'Ben' } });
    fireEvent.click(await screen.findByRole('option'));
    await shows(`/c/${talk.id}`);
    await gone();

    back();
    await shows('/');
    await gone();
    expect((history.state as { overlays?: number }).overlays ?? 0).toBe(0);
  });
});

describe('the arrow above a conversation', () => {
  it('goes back to the list, and leaves nothing to go forward from', async () => {
    await fromListToConversation();
    const entries = history.length;

    fireEvent.click(screen.getByLabelText('Back to conversations'));

    await shows('/');
    expect(history.length).toBe(entries);
    expect((history.state as { idx: number }).idx).toBe(0);
  });

  it('leads to the list in place of a conversation that was come to from elsewhere', async () => {
    const { ada, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    await heading('Ben Franklin');
    const entries = history.length;

    fireEvent.click(screen.getByLabelText('Back to conversations'));

    await shows('/');
    expect(history.length).toBe(entries);
  });
});
