import { describe, expect, it } from 'vitest';
import { House } from './support/house';
import { show } from './support/site';
import { chatter } from './support/town';

/** What one does with messages, in a real browser: seen, and measured by axe. */

const house = new House();

/** A group in which everything has been done with messages that can be. */
function lively() {
  const { fake, ada, ben, circle } = chatter();
  const [first] = circle.messages;
  if (first === undefined) throw new Error('nothing was said');
  const code = fake.write(
    circle,
    ben,
    '*Plan* for _Sunday_, ~Saturday~:\n- kite\n- `key`\n> as last week\n```\nfly(kite);\n```',
  );
  fake.react(circle, ada, code, '👍');
  fake.react(circle, ben, code, '👍');
  fake.react(circle, ben, code, '❤️');
  fake.write(circle, ada, 'Gone again', {});
  const gone = circle.messages.at(-1);
  if (gone !== undefined) fake.remove(circle, ada, gone);
  const answered = fake.write(circle, ada, 'At ten, at the gate.', { replyTo: first });
  fake.edit(circle, ada, answered, 'At eleven, at the gate.');
  fake.write(circle, ben, `@[${ada.id}] *ठीक है*, أراك غدًا`, { replyTo: answered });
  fake.write(circle, ben, '*أراك غدًا* يا صديقي، عند البوابة', { replyTo: gone ?? first });
  fake.read(circle, ada);
  return { fake, ada, circle };
}

describe('the gallery of messages', () => {
  it.each(['en', 'hi'] as const)('shows what was done with them, in %s', async (language) => {
    const { fake, ada, circle } = lively();
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.evaluate((chosen) => {
      localStorage.setItem('natter.preferences', JSON.stringify({ language: chosen }));
    }, language);
    await page.goto(`${house.site.origin}/c/${circle.id}`);
    await page.getByText('At eleven').first().waitFor();
    await show(page, `messages-${language}`);
    const options = page.locator('[data-menu-button]').last();
    await options.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await show(page, `message-menu-${language}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('answers, edits, deletes and mentions', async () => {
    const { fake, ada, circle } = lively();
    const { page, context, faults } = await house.visit(fake, `/c/${circle.id}`, ada.id);
    const writing = page.getByRole('textbox', { name: 'Write a message' });
    await page.getByText('At eleven').first().waitFor();
    const choose = async (author: string, choice: string) => {
      await page
        .getByRole('button', { name: new RegExp(`^Options for the message from ${author}`) })
        .last()
        .click({ force: true });
      await page.getByRole('menuitem', { name: choice }).click();
    };
    await choose('Ben', 'Reply');
    await expect.poll(() => writing.evaluate((field) => field === document.activeElement)).toBe(true);
    await writing.fill('@b');
    await page.getByRole('option').first().waitFor();
    await show(page, 'message-reply-mention');
    await page.keyboard.press('Escape');
    await writing.fill('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    const editing = page.getByRole('textbox', { name: 'Edit message' });
    await expect.poll(() => editing.inputValue()).toBe('At eleven, at the gate.');
    await show(page, 'message-edit');
    await page.keyboard.press('Escape');
    await choose('You', 'Delete for everyone');
    await page.getByRole('heading', { name: 'Delete message?' }).waitFor();
    await show(page, 'message-delete');
    expect(faults).toEqual([]);
    await context.close();
  });
});
