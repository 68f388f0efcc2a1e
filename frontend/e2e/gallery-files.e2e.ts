import { describe, expect, it } from 'vitest';
import { problem } from '../test/fake/answers';
import { House } from './support/house';
import { show } from './support/site';
import { town } from './support/town';

/** Files in every state: picked, on their way, there, refused, and after the page was loaded anew. */

const house = new House();

/** Ada and Ben, who have sent each other papers. */
function desk() {
  const { fake, ada, people } = town();
  const [ben] = people;
  if (ben === undefined) throw new Error('no other person');
  const talk = fake.talk([ada, ben]);
  const file = (name: string, bytes: number, type?: string) =>
    fake.images.putFile(name, new ArrayBuffer(bytes), type);
  const pdf = 'application/pdf';
  const sent = fake.hand(
    talk,
    ben,
    { file: file('Kite experiment, final (3).pdf', 1_234_567, pdf) },
    'As promised',
  );
  fake.hand(talk, ada, { file: file('engine-notes.tar.gz', 48_000) });
  fake.hand(talk, ben, { file: file('अंतिम-रिपोर्ट-और-सभी-परिशिष्ट-एक-बहुत-लंबे-नाम-के-साथ-2026.docx', 90_000) });
  fake.hand(talk, ada, { file: file('تقرير نهائي.xlsx', 1_200) });
  fake.write(talk, ben, 'Read the last page first.', { replyTo: sent });
  return { fake, ada, talk };
}

const upload = (name: string, bytes: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.alloc(bytes, 'x'),
});

describe('files', () => {
  it('stand in the conversation, and are downloaded under their names in every script', async () => {
    const { fake, ada, talk } = desk();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('Read the last page first.').last().waitFor();
    await show(page, 'files');
    for (const name of ['تقرير نهائي.xlsx', 'engine-notes.tar.gz']) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: `Download ${name}` }).click();
      expect((await saved).suggestedFilename()).toBe(name);
    }
    await page.getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('menuitem', { name: 'Add files' }).waitFor();
    await show(page, 'attach-menu');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are looked at before they are sent, go on after a reload, and say why they are refused', async () => {
    const { fake, ada, talk } = desk();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('Read the last page first.').last().waitFor();
    const input = page.locator('input[type=file][multiple]:not([accept])');
    await input.setInputFiles([upload('minutes.pdf', 30_000), upload('budget.pdf', 300)]);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('minutes.pdf').waitFor();
    await show(page, 'files-preview');
    const held = () => new Promise<Response>(() => undefined);
    fake.next('POST /api/v1/files', held);
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.getByLabel('Uploading').first().waitFor();
    await show(page, 'files-uploading');

    await page.reload();
    await expect.poll(() => talk.messages.filter(({ file }) => file?.name === 'minutes.pdf').length).toBe(1);
    await expect.poll(() => talk.messages.filter(({ file }) => file?.bytes === 300).length).toBe(1);

    fake.next('POST /api/v1/files', () => problem(422, 'storage_full'));
    await input.setInputFiles(upload('more.pdf', 300));
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/your storage is full/).waitFor();
    await show(page, 'files-full');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('above 16 MiB go in parts', async () => {
    const { fake, ada, talk } = desk();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('Read the last page first.').last().waitFor();
    const bytes = 17 * 1024 * 1024 + 3;
    await page.locator('input[type=file][multiple]:not([accept])').setInputFiles(upload('large.pdf', bytes));
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => talk.messages.at(-1)?.file?.bytes, { timeout: 60_000 }).toBe(bytes);
    expect(fake.requests.some((call) => call.endsWith('/complete'))).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });
});
