import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../test/fake/answers';
import { click, expectAccessible, fill, stage } from '../../../test/page';

const page = stage();

const jpeg = (name = 'a.jpg') =>
  new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe1]), 'camera and place'], name, { type: 'image/jpeg' });
const png = (name: string) => new File(['\x89PNG'], name, { type: 'image/png' });
/** As Linux and some others hand it out: without a type. */
const heic = new File(['\0\0\0\x18ftypheic'], 'x.HEIC', { type: '' });
const clipboard = (files: File[], text: string) => ({
  files,
  types: text === '' ? ['Files'] : ['text/plain', 'Files'],
  getData: () => text,
});
const shown = () => [...document.querySelectorAll<HTMLImageElement>('li img')].map(({ src }) => src);

/** jsdom draws nothing: what is drawn is a few bytes. */
beforeEach(() => {
  let urls = 0;
  URL.createObjectURL = () => `blob:natter/${++urls}`;
  URL.revokeObjectURL = () => undefined;
  vi.stubGlobal('createImageBitmap', (file: File) =>
    ['broken.jpg', 'plan.pdf'].includes(file.name) || file.type === 'image/heic'
      ? Promise.reject(new DOMException('', 'InvalidStateError'))
      : Promise.resolve({ width: 40, height: 30, close: () => undefined }),
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: vi.fn() } as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((callback, type) => {
    callback(new Blob(['drawn'], type === undefined ? {} : { type }));
  });
});

async function inConversation() {
  const { ada, ben, talk } = page.adaAndBen();
  page.open(`/c/${talk.id}`, ada);
  const field = await screen.findByLabelText('Write a message');
  await page.connected();
  return { ada, ben, talk, field };
}

/** The caption's field, once the pictures are ready to be sent. */
const caption = async () => {
  await waitFor(() => {
    const send = document.querySelector('[role=dialog] button[type=submit]');
    expect(send?.getAttribute('aria-disabled')).toBe('false');
  });
  return screen.getByLabelText<HTMLTextAreaElement>('Add a caption');
};

const pick = (...files: File[]) => {
  fireEvent.change(screen.getByLabelText('Add pictures', { selector: 'input' }), { target: { files } });
};

describe('a picture', () => {
  it('is looked at, gets a caption, and is sent drawn anew', async () => {
    const { talk, field } = await inConversation();
    fill(field, 'half a sen');
    pick(jpeg());
    const words = await caption();
    expect(words.value).toBe('half a sen');
    await expectAccessible();

    fill(words, 'My engine');
    fireEvent.submit(words);

    await waitFor(() => {
      expect(talk.messages).toMatchObject([{ text: 'My engine', image: { contentType: 'image/jpeg' } }]);
    });
    const [stored] = [...page.fake.images.stored.values()];
    expect(new TextDecoder().decode(stored?.bytes)).toBe('drawn');
    expect(shown()).toEqual([expect.stringMatching(/^blob:/)]);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Write a message').value).toBe('');
    await expectAccessible();
  });

  it('is taken with the camera of a phone', async () => {
    const { talk } = await inConversation();
    const camera = screen.getByLabelText<HTMLInputElement>('Take a picture', { selector: 'input' });
    expect([camera.getAttribute('capture'), camera.accept]).toEqual(['environment', 'image/*']);
    const opened = vi.spyOn(camera, 'click').mockReturnValue();

    click('Attach');
    fireEvent.click(await screen.findByText('Take a picture'));
    expect(opened).toHaveBeenCalledOnce();
    fireEvent.change(camera, { target: { files: [jpeg('taken.jpg')] } });
    fireEvent.submit(await caption());

    await waitFor(() => {
      expect(talk.messages).toMatchObject([{ image: { contentType: 'image/jpeg' } }]);
    });
  });

  it('is pasted or dropped as well, several at once', async () => {
    const { talk, field } = await inConversation();
    fireEvent.paste(field, { clipboardData: clipboard([jpeg()], '') });
    await screen.findByText('Send a picture');
    click('Close');

    const transfer = { dataTransfer: { files: [jpeg(), jpeg('b.jpg')], types: ['Files'] } };
    fireEvent.dragEnter(field, transfer);
    await screen.findByText('Drop files to send them');
    fireEvent.drop(field, transfer);
    await screen.findByText('Send 2 pictures');
    expect(screen.queryByText('Drop files to send them')).toBeNull();
    fireEvent.submit(await caption());
    await waitFor(() => {
      expect(talk.messages).toHaveLength(2);
    });
  });

  it.each([
    ['a screenshot', [png('image.png')], '', 'Send a picture'],
    ['a file copied with its name', [jpeg('holiday.jpg')], 'holiday.jpg', 'Send a picture'],
    [
      'files copied with their paths',
      [jpeg('a.jpg'), jpeg('b.jpg')],
      '/home/ada/a.jpg\r/b.jpg',
      'Send 2 pictures',
    ],
  ])('is pasted: %s', async (_, files, text, title) => {
    const { field } = await inConversation();
    fireEvent.paste(field, { clipboardData: clipboard(files, text) });

    await screen.findByText(title);
  });

  it('leaves text that comes with a picture of itself to the text', async () => {
    const { field } = await inConversation();
    const paste = createEvent.paste(field, { clipboardData: clipboard([png('image.png')], 'a\tb\n1\t2') });
    fireEvent(field, paste);

    expect(paste.defaultPrevented).toBe(false);
    expect(screen.queryByText('Send a picture')).toBeNull();
  });

  it('gets a caption of several lines, and is sent with Enter', async () => {
    const { talk } = await inConversation();
    pick(jpeg());
    const words = await caption();
    fill(words, 'one\ntwo');

    fireEvent.keyDown(words, { key: 'Enter', shiftKey: true });
    fireEvent.keyDown(words, { key: 'Enter', isComposing: true });
    expect(screen.queryByRole('dialog')).not.toBeNull();
    fireEvent.keyDown(words, { key: 'Enter' });

    await waitFor(() => {
      expect(talk.messages.map(({ text }) => text)).toEqual(['one\ntwo']);
    });
  });

  it('is prepared one at a time, and each can be looked at and left out', async () => {
    let [drawing, most] = [0, 0];
    vi.stubGlobal('createImageBitmap', async () => {
      most = Math.max(most, ++drawing);
      await Promise.resolve();
      return { width: 40, height: 30, close: () => drawing-- };
    });
    const { talk } = await inConversation();
    pick(...Array.from({ length: 8 }, (_, at) => jpeg(`${at}.jpg`)));
    await screen.findByAltText('Picture 1 of 8');
    expect(await screen.findAllByLabelText(/^Leave out picture/)).toHaveLength(8);
    expect(most).toBe(1);
    await expectAccessible();

    click('Picture 3 of 8');
    await screen.findByAltText('Picture 3 of 8');
    click('Leave out picture 3');
    await screen.findByText('Send 7 pictures');
    fireEvent.submit(await caption());

    await waitFor(() => {
      expect(talk.messages).toHaveLength(7);
    });
  });

  it('that cannot be shown goes as a file, and it is said why', async () => {
    const { talk } = await inConversation();
    const plan = new File(['words'], 'plan.pdf', { type: 'application/pdf' });
    pick(jpeg('broken.jpg'), jpeg(), plan, heic);
    await screen.findByText('Send 4 files');
    const others = await screen.findByLabelText('Chosen files');
    await waitFor(() => {
      expect([...others.children].map(({ textContent }) => textContent)).toEqual([
        'broken.jpgJPG · 20 bytesThis picture can’t be shown. It is sent as a file.',
        'plan.pdfPDF · 5 bytes',
        'x.HEICHEIC · 12 bytesThis browser can’t show HEIC pictures. It is sent as a file.',
      ]);
    });
    await expectAccessible();
    fireEvent.submit(await caption());

    await waitFor(() => {
      expect(talk.messages.map(({ image, file }) => file?.name ?? image?.contentType)).toEqual([
        'broken.jpg',
        'image/jpeg',
        'plan.pdf',
        'x.HEIC',
      ]);
    });
  });

  it('that is dropped where nothing takes it leaves the page where it is', async () => {
    const { field } = await inConversation();
    const list = await screen.findByLabelText('Conversations', { selector: 'nav' });
    const transfer = { dataTransfer: { files: [jpeg()], types: ['Files'], dropEffect: 'copy' } };
    const over = createEvent.dragOver(list, transfer);
    const drop = createEvent.drop(list, transfer);
    fireEvent(list, over);
    fireEvent(list, drop);

    expect([over.defaultPrevented, transfer.dataTransfer.dropEffect]).toEqual([true, 'none']);
    expect(drop.defaultPrevented).toBe(true);
    expect(screen.queryByText('Send a picture')).toBeNull();
    transfer.dataTransfer.dropEffect = 'copy';
    fireEvent.dragOver(field, transfer);
    expect(transfer.dataTransfer.dropEffect).toBe('copy');
    const words = createEvent.drop(list, { dataTransfer: { files: [], types: ['text/plain'] } });
    fireEvent(list, words);
    expect(words.defaultPrevented).toBe(false);
  });

  it('shows how far it is, and can be called back', async () => {
    const { talk } = await inConversation();
    let answer: () => void = () => undefined;
    page.fake.next(
      'POST /api/v1/images',
      () =>
        new Promise((resolve) => {
          answer = () => {
            resolve(problem(503, 'late'));
          };
        }),
    );
    pick(jpeg());
    fireEvent.submit(await caption());
    await screen.findByLabelText('Uploading');
    await expectAccessible();

    fireEvent.click(screen.getByLabelText('Cancel upload'));

    expect(screen.queryByLabelText('Uploading')).toBeNull();
    answer();
    expect(talk.messages).toEqual([]);
    expect(shown()).toEqual([]);
  });

  it('that was not taken says so, and goes again when asked to', async () => {
    const { talk } = await inConversation();
    page.fake.images.refuse = [400];
    pick(jpeg());
    fireEvent.submit(await caption());
    await screen.findByText('Not sent.', { selector: 'div > span' });
    await expectAccessible();

    click('Retry');

    await waitFor(() => {
      expect(talk.messages).toHaveLength(1);
    });
  });
});

describe('pictures of others', () => {
  it('have their room at once, and open large, with a way to the next, by keyboard too', async () => {
    const { ben, talk } = await inConversation();
    const drawn = new ArrayBuffer(4);
    act(() => {
      page.fake.show(talk, ben, page.fake.images.put(drawn, 800, 600), 'first');
      page.fake.show(talk, ben, page.fake.images.put(drawn, 600, 800), 'second');
    });
    const [first] = await screen.findAllByLabelText('Picture from Ben Franklin, open');
    expect(first?.style.getPropertyValue('--wide')).toBe('320px');
    await waitFor(() => {
      expect(shown()).toEqual([
        'https://store.example/images/image-1',
        'https://store.example/images/image-2',
      ]);
    });

    fireEvent.click(first as HTMLElement);
    await screen.findByText('Picture 1 of 2');
    await expectAccessible();
    const large = () => screen.getByAltText<HTMLImageElement>('Picture from Ben Franklin').src;
    fireEvent.keyDown(screen.getByLabelText('Picture', { selector: '[role=group]' }), { key: 'ArrowRight' });
    await screen.findByText('Picture 2 of 2');
    await waitFor(() => {
      expect(large()).toBe('https://store.example/images/image-2');
    });
    click('Larger');
    const stageOf = screen.getByLabelText('Picture', { selector: '[role=group]' });
    expect(stageOf.style.getPropertyValue('--zoom')).toBe('1.5');
    fireEvent.keyDown(stageOf, { key: '0' });
    click('Previous picture');
    await screen.findByText('Picture 1 of 2');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    await waitFor(() => {
      expect(screen.queryByText('Picture 1 of 2')).toBeNull();
    });
  });

  it('that came together stand side by side, each with a menu and reactions of its own', async () => {
    const { ada, ben, talk } = await inConversation();
    const drawn = new ArrayBuffer(4);
    const put = () => page.fake.images.put(drawn, 800, 600);
    act(() => {
      page.fake.show(talk, ben, put(), 'The sea');
      page.fake.show(talk, ben, put());
    });
    const second = await screen.findByLabelText('Picture from Ben Franklin, open, Picture 2 of 2');
    expect(document.querySelectorAll('[data-message]')).toHaveLength(1);
    act(() => {
      page.fake.react(talk, ben, talk.messages[1] as never, '😂');
      page.fake.show(talk, ben, put());
    });
    await screen.findByLabelText('Picture from Ben Franklin, open, Picture 3 of 3');
    await within(second.parentElement as HTMLElement).findByText('😂');
    await waitFor(() => {
      expect(page.fake.view(talk, ada.id).unread).toBe(0);
    });
    await expectAccessible();

    fireEvent.click(screen.getByLabelText(/^Options for .*, Picture 2 of 3$/));
    fireEvent.click(await screen.findByText('Select'));

    await waitFor(() => {
      expect(document.querySelectorAll('input[type=checkbox]')).toHaveLength(3);
    });
    expect(document.querySelectorAll('input[type=checkbox]:checked')).toHaveLength(1);
    fireEvent.click(await screen.findByLabelText('Cancel selection'));
    await screen.findByLabelText('Picture from Ben Franklin, open, Picture 3 of 3');
  });

  it('that do not load can be fetched again', async () => {
    const { ben, talk } = await inConversation();
    const image = page.fake.images.put(new ArrayBuffer(4), 800, 600);
    page.fake.next(`GET /api/v1/images/${image.id}`, () => problem(404, 'image_not_found'));
    act(() => {
      page.fake.show(talk, ben, image);
    });

    fireEvent.click(await screen.findByText('The picture could not be loaded.'));

    await waitFor(() => {
      expect(shown()).toHaveLength(1);
    });
  });
});
