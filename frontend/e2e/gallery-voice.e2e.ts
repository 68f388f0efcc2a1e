import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { House } from './support/house';
import { show } from './support/site';
import { town } from './support/town';

/** Voice messages with Chromium's own microphone, which beeps: recorded, listened to, sent, played one after the other. */

const house = new House();

function porch() {
  const { fake, ada, people } = town();
  const [ben] = people;
  if (ben === undefined) throw new Error('no other person');
  const talk = fake.talk([ada, ben]);
  fake.write(talk, ben, 'How did it go?');
  return { fake, ada, ben, talk };
}

const wave = Array.from({ length: 64 }, (_, at) => Math.round(40 + 200 * Math.abs(Math.sin(at / 5))));

/** Records for a while. */
async function record(page: Page, ms: number) {
  await page.getByRole('button', { name: 'Record a voice message' }).click();
  await page.getByRole('button', { name: 'Pause recording' }).waitFor();
  await page.waitForFunction(
    (until) => performance.now() > until,
    (await page.evaluate(() => performance.now())) + ms,
  );
}

describe('a voice message', () => {
  it('is explained, recorded, paused, listened to and sent, with its length and waveform', async () => {
    const { fake, ada, talk } = porch();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('How did it go?').last().waitFor();
    // This Chromium allows everything, and says so.
    const says = (state: PermissionState) =>
      page.evaluate((said) => {
        navigator.permissions.query = () => Promise.resolve({ state: said } as PermissionStatus);
      }, state);
    await says('denied');
    await page.getByRole('button', { name: 'Record a voice message' }).click();
    await page.getByText(/does not let Natter use the microphone/).waitFor();
    await show(page, 'voice-denied');
    await page.keyboard.press('Escape');
    await says('prompt');
    await page.getByRole('button', { name: 'Record a voice message' }).click();
    await page.getByText(/Your browser asks you now/).waitFor();
    await show(page, 'voice-explained');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Pause recording' }).waitFor();
    await page.getByRole('timer').getByText('0:02').waitFor();
    await show(page, 'voice-recording');
    await page.getByRole('button', { name: 'Pause recording' }).click();
    await page.getByRole('button', { name: 'Go on recording' }).waitFor();
    const paused = await page.getByRole('timer').textContent();
    await show(page, 'voice-paused');
    expect(await page.getByRole('timer').textContent()).toBe(paused);
    await page.getByRole('button', { name: 'Go on recording' }).click();
    await page.getByRole('button', { name: 'Stop, and listen' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await show(page, 'voice-recorded');
    await page.getByRole('button', { name: 'Send the voice message' }).click();

    await expect.poll(() => talk.messages.at(-1)?.voice?.contentType).toBe('audio/webm');
    const { durationMs = 0, waveform = [], bytes = 0 } = talk.messages.at(-1)?.voice ?? {};
    expect(durationMs).toBeGreaterThan(2_000);
    expect(durationMs).toBeLessThan(60_000);
    expect(bytes).toBeLessThan(400_000);
    expect(waveform).toHaveLength(64);
    expect(Math.max(...waveform)).toBe(255);
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
    await show(page, 'voice-sent');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is held to be recorded, and deleted when the finger goes away', async () => {
    const { fake, ada, talk } = porch();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await context.grantPermissions(['microphone']);
    await page.getByText('How did it go?').last().waitFor();
    const hold = async (away: number) => {
      const box = await page.getByRole('button', { name: 'Record a voice message' }).boundingBox();
      if (box === null) throw new Error('no button');
      await page.mouse.move(box.x + 10, box.y + 10);
      await page.mouse.down();
      await page.getByRole('timer').getByText('0:01').waitFor();
      await page.mouse.move(box.x + 10 - away, box.y + 10);
      await page.mouse.up();
      await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
    };
    await hold(200);
    await hold(0);
    await expect.poll(() => talk.messages.filter(({ voice }) => voice !== null).length).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('plays on to the next one, at the speed one likes, from where one likes, one at a time', async () => {
    const { fake, ada, ben, talk } = porch();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await context.grantPermissions(['microphone']);
    await page.getByText('How did it go?').last().waitFor();
    await record(page, 2_500);
    await page.getByRole('button', { name: 'Send the voice message' }).click();
    await expect.poll(() => talk.messages.at(-1)?.voice?.id).toBeTypeOf('string');
    const own = talk.messages.at(-1)?.voice;
    const sound = fake.images.stored.get(own?.id ?? '')?.bytes;
    if (!own || !sound) throw new Error('nothing recorded');
    fake.hand(talk, ben, { voice: fake.images.putVoice(sound, own.durationMs, wave) });
    fake.write(talk, ben, 'And then');
    fake.hand(talk, ben, { voice: fake.images.putVoice(sound, own.durationMs, own.waveform) });
    const messages = page.getByRole('group', { name: 'Voice message' });
    await expect.poll(() => messages.count()).toBe(3);
    await show(page, 'voice-messages');

    await messages.nth(1).getByRole('button', { name: 'Play' }).click();
    await messages.nth(1).getByRole('button', { name: 'Pause' }).waitFor();
    await messages.nth(1).getByRole('button', { name: 'Speed: 1×' }).click();
    await messages.nth(1).getByRole('button', { name: 'Speed: 1.5×' }).click();
    // It ends, and the third follows; the first stays silent.
    await messages.nth(2).getByRole('button', { name: 'Pause' }).waitFor();
    expect(await page.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(1);
    await messages.nth(2).getByRole('button', { name: 'Play' }).waitFor();

    // What a browser recorded does not say how long it is, and is gone to all the same.
    const slider = messages.nth(1).getByRole('slider', { name: 'Position' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^0:01 of/);
    await messages.nth(1).getByRole('button', { name: 'Play' }).click();
    await messages.nth(1).getByRole('button', { name: 'Pause' }).waitFor();
    expect(Number(await slider.inputValue())).toBeGreaterThanOrEqual(990);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that is recorded waits while one looks elsewhere, and speaks Hindi', async () => {
    const { fake, ada, talk } = porch();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await context.grantPermissions(['microphone']);
    await page.evaluate(() => {
      localStorage.setItem('natter.preferences', JSON.stringify({ language: 'hi' }));
    });
    await page.reload();
    await page.getByRole('button', { name: 'वॉइस संदेश रिकॉर्ड करें' }).click();
    await page.getByRole('timer').getByText('0:01').waitFor();
    await show(page, 'hindi-voice-recording');
    await page.goBack();
    await page.goto(`${house.site.origin}/c/${talk.id}`);
    expect(faults).toEqual([]);
    await context.close();
  });
});
