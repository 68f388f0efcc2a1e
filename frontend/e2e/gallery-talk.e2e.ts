import { describe, expect, it } from 'vitest';
import { House } from './support/house';
import { show } from './support/site';
import { chatter } from './support/town';

/** What one does in a conversation besides talking, in a real browser: seen, and measured by axe. */

const house = new House();

const WORDS = {
  en: {
    options: 'Options for this conversation',
    find: 'Search in this conversation',
    field: 'Search messages',
  },
  hi: { options: 'इस बातचीत के विकल्प', find: 'इस बातचीत में खोजें', field: 'संदेश खोजें' },
};

/** A group in which people came, went and reacted. */
function lively() {
  const { fake, ada, ben, circle } = chatter();
  const dora = fake.person('Dora');
  fake.addMembers(circle, ada, [dora]);
  fake.giveRole(circle, ada, ben, 'admin');
  fake.retitle(circle, ben, 'Kite flyers');
  const said = fake.write(circle, ben, 'The kite is ready, and so is the other kite.');
  fake.react(circle, ada, said, '👍');
  fake.react(circle, dora, said, '👍');
  fake.react(circle, dora, said, '❤️');
  fake.removeMember(circle, dora, dora);
  fake.write(circle, ada, 'I’ll be there.');
  fake.read(circle, ada);
  return { fake, ada, circle };
}

describe('the gallery of a conversation', () => {
  it.each(['en', 'hi'] as const)(
    'shows group changes, hits, reactions and emoji, in %s',
    async (language) => {
      const { fake, ada, circle } = lively();
      const words = WORDS[language];
      const { page, context, faults } = await house.visit(fake, '/', ada.id);
      await page.evaluate((chosen) => {
        localStorage.setItem('natter.preferences', JSON.stringify({ language: chosen }));
      }, language);
      await page.goto(`${house.site.origin}/c/${circle.id}`);
      await page.getByText('The kite is ready').last().waitFor();
      await show(page, `group-changes-${language}`);
      await page.getByRole('button', { name: words.options }).click();
      await page.getByRole('menu').waitFor();
      await show(page, `conversation-menu-${language}`);
      await page.getByRole('menuitem', { name: words.find }).click();
      await page.getByRole('textbox', { name: words.field }).fill('kite');
      await page.getByText(language === 'en' ? '1 of 2' : '2 में से 1').waitFor();
      await show(page, `find-${language}`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^❤️/ }).click({ button: 'right' });
      await page.getByRole('dialog').waitFor();
      await show(page, `reactors-${language}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: language === 'en' ? 'Add an emoji' : 'इमोजी जोड़ें' }).click();
      await page.getByRole('gridcell').first().waitFor();
      await show(page, `emoji-${language}`);
      await page.keyboard.type(language === 'en' ? 'kite' : 'पतंग');
      await expect.poll(() => page.getByRole('gridcell').count()).toBeLessThan(20);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('textarea').inputValue()).toBe('🪁');
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it.each(['en', 'hi'] as const)('selects, forwards and shows details, in %s', async (language) => {
    const { fake, ada, circle } = lively();
    const hi = language === 'hi';
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.evaluate((chosen) => {
      localStorage.setItem('natter.preferences', JSON.stringify({ language: chosen }));
    }, language);
    await page.goto(`${house.site.origin}/c/${circle.id}`);
    await page.getByText('The kite is ready').last().waitFor();
    const choose = async (choice: string) => {
      await page.locator('[data-menu-button]').last().click({ force: true });
      await page.getByRole('menuitem', { name: choice, exact: true }).click();
    };
    await choose(hi ? 'संदेश का विवरण' : 'Message details');
    await page.getByRole('dialog').getByRole('heading').nth(1).waitFor();
    await show(page, `message-details-${language}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await choose(hi ? 'चुनें' : 'Select');
    await page.getByRole('checkbox').nth(1).check();
    await page.getByText(hi ? '2 चुने गए' : '2 selected').waitFor();
    await show(page, `selection-${language}`);
    await page.getByRole('button', { name: hi ? 'आगे भेजें' : 'Forward' }).click();
    const targets = page.getByRole('dialog').getByRole('checkbox');
    await targets.first().check();
    await targets.nth(1).check();
    await show(page, `forward-${language}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('stands the other way round where one writes from right to left', async () => {
    const { fake, ada, circle } = lively();
    const { page, context, faults } = await house.visit(fake, `/c/${circle.id}`, ada.id);
    await page.getByText('The kite is ready').last().waitFor();
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await page.getByRole('button', { name: 'Options for this conversation' }).click();
    await page.getByRole('menuitem', { name: 'Select messages' }).click();
    await page.getByRole('checkbox').first().check();
    await show(page, 'right-to-left-selection');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Write a message' }).click();
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Search messages' }).fill('kite');
    await page.getByText('1 of 2').waitFor();
    await show(page, 'right-to-left-find');
    expect(faults).toEqual([]);
    await context.close();
  });
});
