import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { click, expectAccessible, fill, rows, said, stage } from '../../../test/page';

const page = stage();

const writing = () => screen.findByLabelText<HTMLTextAreaElement>('Write a message');

/** A group of three, and the page of one of them. */
async function opened() {
  const { ada, ben, cleo } = page.people();
  const circle = page.fake.talk([ada, ben, cleo], 'Circle');
  page.open(`/c/${circle.id}`, ada);
  const field = await writing();
  await page.connected();
  return { ada, ben, cleo, circle, field };
}

describe('a mention', () => {
  it('is completed by keyboard, and sent with the id of whom it means', async () => {
    const { cleo, circle, field } = await opened();
    fill(field, 'Hello @');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Ben Franklin',
      'Cleo de Nile',
    ]);
    await expectAccessible();

    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.value).toBe('Hello @Cleo de Nile ');
    expect(screen.queryByRole('listbox')).toBeNull();
    fireEvent.keyDown(field, { key: 'Enter' });

    await waitFor(() => {
      expect(circle.messages.at(-1)).toMatchObject({
        text: `Hello @[${cleo.id}]`,
        mentions: [cleo.id],
      });
    });
    expect((await said()).at(-1)).toMatch(/^You: Hello @Cleo de Nile/);
  });

  it('is completed by any word of a name and by touch, and not wanted after Escape', async () => {
    const { field } = await opened();
    fill(field, '@fra');
    fireEvent.click(screen.getByRole('option'));
    expect(field.value).toBe('@Ben Franklin ');

    fill(field, '@b');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(location.pathname).toMatch(/^\/c\//);
    fill(field, 'me@example');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('of oneself stands out, and is a name wherever it is shown', async () => {
    const { ada, ben, circle } = await opened();

    act(() => {
      page.fake.write(circle, ben, `*Kites*, @[${ada.id}]?`);
    });

    const mention = await screen.findByText('@Ada Lovelace');
    expect(mention.className).toContain('me');
    await waitFor(async () => {
      expect((await rows())[0]).toContain('*Kites*, @Ada Lovelace?');
    });
    await screen.findByText('Ben Franklin says: *Kites*, @Ada Lovelace?');
  });
});

describe('formatting', () => {
  it('shows what people type, and stores it as it was typed', async () => {
    const { ada, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    const text = '*bold* `code`\n```\nlet <b>x</b>;\n```\n> said\n- one\n- two';

    fill(await writing(), text);
    click('Send');

    await waitFor(() => {
      expect(talk.messages.at(-1)?.text).toBe(text);
    });
    await waitFor(() => {
      const bubble = document.querySelector('[data-message]');
      expect(
        [...(bubble?.querySelectorAll('strong, code, blockquote, li') ?? [])].map((each) => each.textContent),
      ).toEqual(['bold', 'code', 'let <b>x</b>;', 'said', 'one', 'two']);
    });
    await expectAccessible();
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', Object.assign(navigator, { clipboard: { writeText } }));
    click('Copy code');
    expect(writeText).toHaveBeenCalledWith('let <b>x</b>;');
  });
});
