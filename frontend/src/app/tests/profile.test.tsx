import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { click, expectAccessible, fill, heading, stage } from '../../../test/page';

const page = stage();

describe('the profile', () => {
  it('takes a new name and shows it', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    const field = await screen.findByLabelText<HTMLInputElement>('Name');
    expect(field.value).toBe('Ada Lovelace');
    await expectAccessible();

    fill(field, '  Countess  ');
    click('Save');

    await screen.findByText('Saved.');
    expect(field.value).toBe('Countess');
    expect(page.fake.users.get(ada.id)?.name).toBe('Countess');
  });

  it('does not take an empty or overlong name', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    const field = await screen.findByLabelText('Name');

    for (const name of ['   ', 'x'.repeat(51)]) {
      fill(field, name);
      await screen.findByText('A name has 1 to 50 characters.');
      fireEvent.submit(field);
    }

    expect(page.fake.requests).not.toContain('PATCH /api/v1/users/me');
  });

  it('looks and speaks as one chooses, and remembers it', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');

    fireEvent.change(await screen.findByLabelText('Colours'), { target: { value: 'dark' } });
    expect(document.documentElement.dataset['scheme']).toBe('dark');
    fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'hi' } });
    await heading('अभी कोई बातचीत नहीं');
    expect(document.documentElement.lang).toBe('hi');
    await expectAccessible();

    page.reload();
    await heading('अभी कोई बातचीत नहीं');
    expect(document.documentElement.dataset['scheme']).toBe('dark');
  });

  it('shows where one is signed in, and ends what should not be', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    await screen.findByText('Firefox on Linux');
    await screen.findByText('This device');

    click('Sign out Safari on iPhone');

    await waitFor(() => {
      expect(screen.queryByText('Safari on iPhone')).toBeNull();
    });
    expect(page.fake.sessions).toMatchObject([{ current: true }]);
  });

  it('asks for notifications only when one wants them', async () => {
    const { ada } = page.people();
    const requestPermission = vi.fn(() => Promise.resolve('denied'));
    vi.stubGlobal('Notification', { requestPermission });
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    const notices = await screen.findByLabelText<HTMLInputElement>('Notifications');
    expect(requestPermission).not.toHaveBeenCalled();

    fireEvent.click(notices);

    await waitFor(() => {
      expect(requestPermission).toHaveBeenCalledTimes(1);
    });
    expect(notices.checked).toBe(false);
  });

  it('signs out', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    await page.connected();
    click('Your profile');
    await screen.findByLabelText('Name');

    click('Sign out');

    await screen.findByLabelText('E-mail address');
    expect(page.jar.userId).toBeUndefined();
    await waitFor(() => {
      expect(page.fake.connections).toBe(0);
    });
  });

  it('stays signed in, and says so, when signing out did not reach the server', async () => {
    const { ada } = page.people();
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');
    await screen.findByLabelText('Name');
    page.fake.next('POST /api/v1/auth/logout', () => Response.error());

    click('Sign out');

    await screen.findByText(/no connection to Natter/);
    expect(page.jar.userId).toBe(ada.id);
  });
});
