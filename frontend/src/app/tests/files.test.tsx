import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, rows, said, stage } from '../../../test/page';

const page = stage();

const MIB = 1024 * 1024;
const pdf = (name = 'Bericht.pdf', text = 'words') => new File([text], name, { type: 'application/pdf' });

/** A file of a size, whose bytes nothing reads. */
function sized(name: string, size: number): File {
  const file = new File(['x'], name, { type: 'application/zip' });
  Object.defineProperty(file, 'size', { value: size });
  return file;
}

beforeEach(() => {
  let urls = 0;
  URL.createObjectURL = () => `blob:natter/${++urls}`;
  URL.revokeObjectURL = () => undefined;
  vi.stubGlobal('createImageBitmap', () =>
    Promise.resolve({ width: 40, height: 30, close: () => undefined }),
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: vi.fn() } as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((callback) => {
    callback(new Blob(['drawn'], { type: 'image/jpeg' }));
  });
});

async function inConversation() {
  const { ada, ben, talk } = page.adaAndBen();
  page.open(`/c/${talk.id}`, ada);
  const field = await screen.findByLabelText('Write a message');
  await page.connected();
  return { ada, ben, talk, field };
}

const pick = (...files: File[]) => {
  fireEvent.change(screen.getByLabelText('Add files', { selector: 'input' }), { target: { files } });
};

/** Sends what was picked, once it is ready. */
async function send(words = '') {
  await waitFor(() => {
    const button = document.querySelector('[role=dialog] button[type=submit]');
    expect(button?.getAttribute('aria-disabled')).toBe('false');
  });
  const caption = screen.getByLabelText('Add a caption');
  fill(caption, words);
  fireEvent.submit(caption);
}

describe('a file', () => {
  it('is picked from a menu, shown with name, type and size, and sent as it is', async () => {
    const { talk } = await inConversation();
    const input = screen.getByLabelText<HTMLInputElement>('Add files', { selector: 'input' });
    const opened = vi.spyOn(input, 'click').mockReturnValue();
    click('Attach');
    const choice = await screen.findByText('Add files', { selector: 'span' });
    await expectAccessible();
    fireEvent.click(choice);
    expect(opened).toHaveBeenCalledOnce();

    pick(pdf());
    await screen.findByText('Send a file');
    await screen.findByText('Bericht.pdf');
    await expectAccessible();
    await send('As promised');

    await waitFor(() => {
      expect(talk.messages).toMatchObject([
        {
          text: 'As promised',
          image: null,
          file: { name: 'Bericht.pdf', contentType: 'application/pdf', bytes: 5 },
        },
      ]);
    });
    const [stored] = [...page.fake.images.stored.values()];
    expect(new TextDecoder().decode(stored?.bytes)).toBe('words');
    expect(await said()).toEqual([expect.stringContaining('Download Bericht.pdf: Bericht.pdfPDF · 5 bytes')]);
    await expectAccessible();
  });

  it('is what a picture is sent as by choice, with its own bytes and name', async () => {
    const { talk } = await inConversation();
    pick(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe1]), 'place'], 'roof.jpg', { type: 'image/jpeg' }));
    await screen.findByText('Send a picture');

    fireEvent.click(await screen.findByLabelText('Send as files'));
    await screen.findByText('Send a file');
    await expectAccessible();
    await send();

    await waitFor(() => {
      expect(talk.messages).toMatchObject([{ image: null, file: { name: 'roof.jpg', bytes: 9 } }]);
    });
  });

  it('that cannot be sent is left out, and it is said why', async () => {
    const { talk } = await inConversation();
    const folder = new File(['x'], 'folder');
    folder.slice = () => {
      throw new DOMException('', 'NotFoundError');
    };
    pick(new File([], 'empty.txt'), folder, sized('disc.iso', 101 * MIB), pdf());
    await screen.findByText('Send a file');
    const why = [...document.querySelectorAll('[role=status] li')].map(({ textContent }) => textContent);
    expect(why).toEqual([
      'empty.txt: This file is empty.',
      'folder: This can’t be read. Folders can’t be sent.',
      'disc.iso: This file is larger than 100 MB.',
    ]);
    await send();
    await waitFor(() => {
      expect(talk.messages).toHaveLength(1);
    });

    pick(new File([], 'empty.txt'));
    await screen.findByText('There is nothing to send.');
  });

  it('on its way lets what is written after it pass, and can be called back', async () => {
    const { talk, field } = await inConversation();
    page.fake.next('POST /api/v1/files', () => new Promise(() => undefined));
    pick(pdf());
    await send();
    await screen.findByLabelText('Uploading');
    await expectAccessible();

    fill(field, 'It comes soon');
    fireEvent.submit(field);
    await waitFor(() => {
      expect(talk.messages.map(({ text }) => text)).toEqual(['It comes soon']);
    });
    click('Cancel upload');

    expect(screen.queryByText('Bericht.pdf')).toBeNull();
  });

  it.each([
    [
      422,
      'storage_full',
      'Not sent: your storage is full. Delete messages with files that you no longer need.',
      true,
    ],
    [413, 'file_too_large', 'Not sent: too large.', false],
  ])('that is refused (%i %s) says why', async (status, code, words, again) => {
    const { talk } = await inConversation();
    page.fake.next('POST /api/v1/files', () => problem(status, code));
    pick(pdf());
    await send();
    await screen.findByText(words);
    await expectAccessible();
    expect(screen.queryByText('Retry') !== null).toBe(again);
    if (!again) return;

    click('Retry');

    await waitFor(() => {
      expect(talk.messages).toHaveLength(1);
    });
  });

  it('of others is downloaded from the store, which names it', async () => {
    const { ben, talk } = await inConversation();
    const name = 'अंतिम रिपोर्ट.pdf';
    act(() => {
      page.fake.hand(talk, ben, {
        file: page.fake.images.putFile(name, new ArrayBuffer(3), 'application/pdf'),
      });
    });
    const followed: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      followed.push(this.href, this.download);
    });

    fireEvent.click(await screen.findByText(name));

    await waitFor(() => {
      expect(followed).toEqual(['https://store.example/images/file-1', name]);
    });
  });

  it('that is gone is not led to, and it is said', async () => {
    const { ben, talk } = await inConversation();
    const file = page.fake.images.putFile('gone.txt', new ArrayBuffer(3));
    page.fake.images.stored.clear();
    act(() => {
      page.fake.hand(talk, ben, { file });
    });
    const followed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();

    fireEvent.click(await screen.findByText('gone.txt'));

    await screen.findByText(/^Download failed\./);
    expect(followed).not.toHaveBeenCalled();
  });

  it('is named in the list, and as a file in what answers it', async () => {
    const { ben, talk } = await inConversation();
    act(() => {
      const sent = page.fake.hand(talk, ben, {
        file: page.fake.images.putFile('plan.txt', new ArrayBuffer(3)),
      });
      page.fake.write(talk, ben, 'See above', { replyTo: sent });
    });
    expect(await screen.findByText('File', { selector: 'button span' })).toBeTruthy();
    act(() => {
      page.fake.hand(talk, ben, { file: page.fake.images.putFile('plan.txt', new ArrayBuffer(3)) });
    });

    await waitFor(async () => {
      expect((await rows())[0]).toContain('File: \u2068plan.txt\u2069');
    });
  });
});
