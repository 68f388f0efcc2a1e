import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CODE, problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, heading, rows, stage } from '../../../test/page';

const page = stage();

describe('an invitation', () => {
  it('is made by a newcomer, copied, shown as a code, and revoked', async () => {
    const { ada } = page.people();
    const writeText = vi.fn(() => Promise.resolve());
    Object.assign(navigator, { clipboard: { writeText } });
    page.open('/', ada);
    await heading('No conversations yet');
    const [invite] = screen.getAllByText('Invite by link');
    fireEvent.click(invite as HTMLElement);
    await heading('Invite by link');
    await screen.findByText('There are no open links.');
    await expectAccessible();
    fireEvent.change(screen.getByLabelText('Valid for'), { target: { value: '1' } });
    fireEvent.change(screen.getByLabelText('How many people may use it'), { target: { value: '10' } });
    click('Create link');

    const link = await screen.findByLabelText<HTMLInputElement>('Link');
    expect(link.value).toMatch(/^https:\/\/natter\.example\/join\//);
    expect(screen.getByLabelText('QR code of the link').querySelector('path')?.getAttribute('d')).toMatch(
      /^M\d+ \d+h1v1h-1z/,
    );
    await expectAccessible();
    click('Copy link');
    await screen.findByText('Copied.');
    expect(writeText).toHaveBeenCalledWith(link.value);
    const [made] = page.fake.invites;
    expect(made).toMatchObject({ maxUses: 10, conversationId: null });
    expect(Date.parse(made?.expiresAt ?? '') - Date.now()).toBeLessThan(86_500_000);

    fireEvent.click(await screen.findByText('Revoke'));
    await screen.findByText('There are no open links.');
    expect(page.fake.invites).toEqual([]);
  });

  it('to a group is made by its admins only', async () => {
    const { ada, ben } = page.people();
    const talk = page.fake.talk([ada, ben], 'Sunday walkers');
    page.open(`/c/${talk.id}`, ada);
    await heading('Sunday walkers');
    click('Sunday walkers');
    fireEvent.click(await screen.findByText('Invite by link', { selector: '[role=dialog] *' }));
    await screen.findByText('Anyone with the link joins “Sunday walkers”.');
    click('Create link');

    await screen.findByLabelText('Link');
    expect(page.fake.invites).toMatchObject([{ conversationId: talk.id, maxUses: 100 }]);
    talk.roles.set(ada.id, 'member');
    page.reload();
    await heading('Sunday walkers');
    click('Sunday walkers');
    await screen.findByText('Members');
    expect(within(screen.getByRole('dialog')).queryByText('Invite by link')).toBeNull();
  });

  it('says who invites before one signs in, and leads into the conversation after it', async () => {
    const { ben } = page.people();
    const { token } = page.fake.invite(ben);
    page.open(`/join/${token}`);
    await screen.findByText('Ben Franklin invites you to a conversation.');
    await expectAccessible();

    click('Sign in to join');
    fill(await screen.findByLabelText('E-mail address'), 'dora@example.org');
    click('Mail me a code');
    fill(await screen.findByLabelText('Six-digit code'), CODE);

    await heading('Ben Franklin');
    expect(location.pathname).toMatch(/^\/c\//);
    expect(await rows()).toHaveLength(1);
  });

  it('leads who is signed in into the group when they agree', async () => {
    const { ada, ben, cleo } = page.people();
    const talk = page.fake.talk([ben, cleo], 'Sunday walkers');
    const { token } = page.fake.invite(ben, talk, 5);
    page.open(`/join/${token}`, ada);
    await screen.findByText('You are invited to the group “Sunday walkers”.');
    expect(talk.memberIds).not.toContain(ada.id);
    fireEvent.click(await screen.findByText('Join'));

    await heading('Sunday walkers');
    expect(location.pathname).toBe(`/c/${talk.id}`);
    expect(talk.memberIds).toContain(ada.id);
  });

  it('that is gone, one’s own, or cannot be looked up says so', async () => {
    const { ada } = page.people();
    page.open('/join/unknown');
    await heading('This invitation is no longer valid.');
    await expectAccessible();

    const { token } = page.fake.invite(ada);
    page.fake.next(`GET /api/v1/invites/${token}`, () =>
      problem(429, 'rate_limited', { 'retry-after': '0' }),
    );
    page.open(`/join/${token}`, ada);
    fireEvent.click(await screen.findByText('Join'));
    await screen.findByText('You made this invitation yourself. Send the link to someone else.');
  });

  it('is no way to another place', async () => {
    const { ada } = page.people();
    history.replaceState({ usr: { wanted: 'https://evil.example/join/x' } }, '', '/sign-in');
    page.knows(ada);
    page.reload();

    await heading('No conversations yet');
    expect(location.pathname).toBe('/');
    await waitFor(() => {
      expect(page.fake.requests.some((call) => call.includes('invites'))).toBe(false);
    });
  });
});
