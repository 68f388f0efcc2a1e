import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CODE, problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, heading, stage } from '../../../test/page';

const page = stage();
const ME = '/api/v1/users/me';

async function profile() {
  const { ada, ben } = page.people();
  const talk = page.fake.talk([ada, ben]);
  page.open('/', ada);
  await screen.findByText('Ben Franklin');
  click('Your profile');
  await screen.findByLabelText('Name');
  return { ada, ben, talk };
}

/** The names of the files that the browser is given to keep. */
function savedFiles(): string[] {
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:natter/1';
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  return saved;
}

const dialog = () => within(screen.getAllByRole('dialog').at(-1) ?? document.body);

describe('the profile', () => {
  it('says something about oneself, of a bounded length', async () => {
    const { ada } = await profile();
    const field = screen.getByLabelText('About');
    fill(field, 'x'.repeat(141));
    await screen.findByText('This is too long. Up to 140 characters.');

    fill(field, '  Analyst, metaphysician ');
    click('Save');

    await screen.findByText('Saved.');
    expect(page.fake.users.get(ada.id)?.about).toBe('Analyst, metaphysician');
  });

  it('changes what others see, and takes it back when that fails', async () => {
    const { ada } = await profile();
    const receipts = screen.getByLabelText<HTMLInputElement>(/^Read receipts/);
    fireEvent.click(receipts);
    await waitFor(() => {
      expect(page.fake.users.get(ada.id)?.settings.readReceipts).toBe(false);
    });
    expect(receipts.checked).toBe(false);

    page.fake.next(`PATCH ${ME}`, () => problem(503, 'unavailable'));
    const seen = screen.getByLabelText<HTMLInputElement>(/^Last seen/);
    fireEvent.click(seen);
    await screen.findByText(/^The setting was not saved\./);
    expect(seen.checked).toBe(true);
    expect(page.fake.users.get(ada.id)?.settings).toMatchObject({ readReceipts: false, lastSeen: true });
    await expectAccessible();
  });

  it('switches mails about missed messages on', async () => {
    const { ada } = await profile();

    fireEvent.click(screen.getByLabelText(/^Mail about missed messages/));

    await waitFor(() => {
      expect(page.fake.users.get(ada.id)?.settings.missedMail).toBe('hourly');
    });
  });

  it('lists whom one has blocked, and ends it', async () => {
    const { ada, ben } = page.people();
    page.fake.blocks.set(ada.id, [ben.id]);
    page.open('/', ada);
    await heading('No conversations yet');
    click('Your profile');

    fireEvent.click(await screen.findByLabelText('Unblock Ben Franklin'));

    await screen.findByText('You have not blocked anyone.');
    expect(page.fake.blocks.get(ada.id)).toEqual([]);
  });
});

describe('another person', () => {
  async function details() {
    const { ada, ben } = page.people();
    const talk = page.fake.talk([ada, ben]);
    page.fake.users.set(ben.id, { ...ben, about: 'Flies kites' });
    page.open(`/c/${talk.id}`, ada);
    await heading('Ben Franklin');
    click('Ben Franklin');
    await screen.findByText('Flies kites');
    return { ada, ben };
  }

  it('is blocked after it is said what that means, and unblocked', async () => {
    const { ada, ben } = await details();
    await waitFor(() => {
      expect(dialog().getByText('Block').closest('button')?.getAttribute('aria-disabled')).toBe('false');
    });
    fireEvent.click(dialog().getByText('Block'));
    await heading('Block Ben Franklin?');
    await expectAccessible();
    expect(page.fake.blocks.get(ada.id)).toBeUndefined();
    fireEvent.click(dialog().getByText('Block'));

    await screen.findByText('You have blocked this person.');
    expect(page.fake.blocks.get(ada.id)).toEqual([ben.id]);
    fireEvent.click(dialog().getByText('Unblock'));
    await waitFor(() => {
      expect(screen.queryByText('You have blocked this person.')).toBeNull();
    });
  });

  it('is reported, and blocked with it if one wants', async () => {
    const { ada, ben } = await details();
    fireEvent.click(dialog().getByText('Report…'));
    await heading('Report Ben Franklin');
    await expectAccessible();
    fireEvent.click(screen.getByLabelText('Abuse or threats'));
    fill(screen.getByLabelText('Details (optional)'), ' He sends sparks. ');
    fireEvent.click(screen.getByLabelText('Block this person, too'));
    click('Send report');

    await screen.findByText('Thank you. Your report was sent.');
    expect(page.fake.reports).toEqual([{ userId: ben.id, reason: 'abuse', text: 'He sends sparks.' }]);
    await waitFor(() => {
      expect(page.fake.blocks.get(ada.id)).toEqual([ben.id]);
    });
  });
});

describe('the account', () => {
  it('takes another address once its code is right, and says when it is taken', async () => {
    const { ada } = await profile();
    click('Change e-mail address');
    const field = await screen.findByLabelText('New e-mail address');
    await expectAccessible();
    fill(field, 'nonsense');
    click('Mail me a code');
    await screen.findByText('Enter an e-mail address, like ada@example.org.');
    fill(field, 'ben@example.org');
    click('Mail me a code');
    fill(await screen.findByLabelText('Six-digit code'), CODE);
    await screen.findByText('This address belongs to another account.');
    click('Use another address');
    fill(await screen.findByLabelText('New e-mail address'), 'countess@example.org');
    click('Mail me a code');
    fill(await screen.findByLabelText('Six-digit code'), '999999');
    await screen.findByText(/That code isn’t right/);
    fill(screen.getByLabelText('Six-digit code'), CODE);

    await screen.findByText('Your address is countess@example.org now.');
    expect(page.fake.users.get(ada.id)?.email).toBe('countess@example.org');
    await screen.findByText('countess@example.org', { selector: '[role=dialog] *' });
  });

  it('is exported as one file', async () => {
    const saved = savedFiles();
    await profile();

    click('Export my data');

    await waitFor(() => {
      expect(saved).toEqual(['natter-export.zip']);
    });
    await screen.findByText('Export my data');
  });

  it('says how far an export is, and cancels it', async () => {
    const saved = savedFiles();
    await profile();
    const answer = new TransformStream<Uint8Array, Uint8Array>();
    const writer = answer.writable.getWriter();
    page.fake.next(`GET ${ME}/export`, () => new Response(answer.readable));
    click('Export my data');
    void writer.write(new Uint8Array(2_048));

    fireEvent.click(await screen.findByText('Cancel the export (2 kB so far)'));

    await screen.findByText('Export my data');
    expect(screen.queryByText(/^Your data could not be exported/)).toBeNull();
    expect(saved).toEqual([]);
  });

  it('is not exported by an answer that ends early', async () => {
    const saved = savedFiles();
    await profile();
    page.fake.next(
      `GET ${ME}/export`,
      () =>
        new Response(
          new ReadableStream({
            start: (controller) => {
              controller.enqueue(new Uint8Array(10));
              controller.error(new TypeError('terminated'));
            },
          }),
        ),
    );

    click('Export my data');

    await screen.findByText(/^Your data could not be exported\./);
    expect(saved).toEqual([]);
  });

  it('is deleted with a code, after it is said what is lost', async () => {
    const { ada } = await profile();
    click('Delete account');
    await heading('Delete your account?');
    await screen.findByText(/from “Deleted account”/);
    await expectAccessible();
    click('Mail me a code to confirm');
    fill(await screen.findByLabelText('Six-digit code'), CODE);

    await screen.findByLabelText('E-mail address');
    expect(page.fake.users.has(ada.id)).toBe(false);
    expect(localStorage.getItem('natter.owner')).toBeNull();
  });
});

describe('the link in a mail about missed messages', () => {
  it('switches them off after a click, without sign-in', async () => {
    const { ada } = page.people();
    page.fake.users.set(ada.id, { ...ada, settings: { ...ada.settings, missedMail: 'hourly' } });
    page.open(`/unsubscribe/${ada.id}.token`);
    await heading('Mail about missed messages');
    await expectAccessible();
    expect(page.fake.users.get(ada.id)?.settings.missedMail).toBe('hourly');

    click('Switch it off');

    await screen.findByText(/^You get no more of these mails/);
    expect(page.fake.users.get(ada.id)?.settings.missedMail).toBe('off');
  });

  it('says when that did not work', async () => {
    page.people();
    page.fake.next('POST /api/v1/users/unsubscribe/x.token', () => problem(503, 'unavailable'));
    page.open('/unsubscribe/x.token');

    fireEvent.click(await screen.findByText('Switch it off'));

    await screen.findByText(/unavailable|try again/i);
    await screen.findByText('Switch it off');
  });
});
