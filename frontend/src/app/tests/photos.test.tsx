import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { STORE } from '../../../test/fake/fake-images';
import { click, expectAccessible, heading, stage } from '../../../test/page';

const page = stage();

/** What was drawn last on each canvas: the part of the picture, and how large it became. */
let drawn: { from: number[]; side: number }[] = [];

beforeEach(() => {
  drawn = [];
  vi.stubGlobal('createImageBitmap', () =>
    Promise.resolve({ width: 2_000, height: 1_000, close: () => undefined }),
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    return {
      clearRect: () => undefined,
      drawImage: (_: unknown, ...part: number[]) => {
        drawn.push({ from: part.slice(0, 4), side: this.width });
      },
    } as unknown as CanvasRenderingContext2D;
  } as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done, type) => {
    done(new Blob(['photo'], { type: type ?? 'image/png' }));
  });
});

const photos = () => [...document.querySelectorAll('img')].map((image) => image.src);

function pick() {
  fireEvent.change(document.querySelector('input[aria-label="Add a photo"]') ?? document.body, {
    target: { files: [new File(['x'], 'me.jpg', { type: 'image/jpeg' })] },
  });
}

async function openProfile() {
  const { ada } = page.people();
  page.open('/', ada);
  await heading('No conversations yet');
  click('Your profile');
  await screen.findByText('Add a photo');
  return ada;
}

describe('a photo of oneself', () => {
  it('is cropped to a square and shown at once', async () => {
    const ada = await openProfile();

    pick();
    await screen.findByText('Choose the part to show');
    await expectAccessible();
    click('Use this photo');

    await screen.findByText('Change the photo');
    expect(page.fake.photos[0]?.type).toBe('image/webp');
    // The middle of 2000 by 1000 pixels, as 512 by 512.
    expect(drawn.at(-1)).toEqual({ from: [500, 0, 1_000, 1_000], side: 512 });
    const url = page.fake.users.get(ada.id)?.avatar?.url;
    expect(url).toBeDefined();
    const version = url?.split('=')[1] ?? '';
    await waitFor(() => {
      expect(new Set(photos())).toEqual(new Set([`${STORE}/photos/users/${ada.id}/${version}`]));
    });
  });

  it('is moved and zoomed by keyboard and slider, and stays within the picture', async () => {
    await openProfile();
    pick();
    const area = await screen.findByLabelText(/^Drag to move/u);

    fireEvent.change(screen.getByLabelText('Zoom'), { target: { value: '2' } });
    fireEvent.keyDown(area, { key: 'ArrowRight' });
    click('Use this photo');
    await screen.findByText('Change the photo');
    expect(drawn.at(-1)).toEqual({ from: [775, 250, 500, 500], side: 500 });

    pick();
    const again = await screen.findByLabelText(/^Drag to move/u);
    for (let presses = 0; presses < 100; presses++) fireEvent.keyDown(again, { key: 'ArrowLeft' });
    await waitFor(() => {
      expect(drawn.at(-1)?.from).toEqual([0, 0, 1_000, 1_000]);
    });
  });

  it('is removed', async () => {
    const ada = await openProfile();
    page.fake.photograph(ada, '1.webp');
    await screen.findByText('Remove the photo');

    click('Remove the photo');

    await screen.findByText('Add a photo');
    expect(page.fake.users.get(ada.id)?.avatar).toBeNull();
    expect(photos()).toEqual([]);
  });

  it('says when a file is none', async () => {
    await openProfile();
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('', 'InvalidStateError')));

    pick();

    await screen.findByText(/^This file cannot be used as a photo/u);
    expect(page.fake.photos).toEqual([]);
  });
});

describe('photos of others', () => {
  it('are shown wherever they are, by one request for each, and live', async () => {
    const { ada, ben, cleo } = page.people();
    page.fake.photograph(ben, '1.webp');
    page.fake.photographGroup(page.fake.talk([ada, ben, cleo], 'Lunch'), '2.webp');
    const talk = page.fake.talk([ada, ben]);
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    const ofBen = `${STORE}/photos/users/${ben.id}/1.webp`;

    await waitFor(() => {
      // In the list, in the head, and at the beginning of the conversation.
      expect(photos().filter((each) => each === ofBen)).toHaveLength(3);
      expect(photos().filter((each) => each.includes('/photos/conversations/'))).toHaveLength(1);
    });
    const asked = page.fake.requests.filter((each) => each === `GET /api/v1/users/${ben.id}/avatar`);
    expect(asked).toHaveLength(1);

    page.fake.photograph(ben, '3.webp');
    await waitFor(() => {
      expect(photos().filter((each) => each.endsWith('/3.webp'))).toHaveLength(3);
    });
    page.fake.photograph(ben, null);
    await waitFor(() => {
      expect(photos()).toHaveLength(1);
    });
  });

  it('leave the initials where they cannot be loaded, after another link', async () => {
    const { ada, ben } = page.people();
    page.fake.photograph(ben, '1.webp');
    page.fake.talk([ada, ben]);
    page.open('/', ada);
    await waitFor(() => {
      expect(photos()).toHaveLength(1);
    });
    page.fake.next(`GET /api/v1/users/${ben.id}/avatar`, () =>
      Response.json({ url: `${STORE}/again`, expiresAt: '2999-01-01T00:00:00.000Z' }),
    );

    fireEvent.error(document.querySelector('img') ?? document.body);
    await waitFor(() => {
      expect(photos()).toEqual([`${STORE}/again`]);
    });
    fireEvent.error(document.querySelector('img') ?? document.body);

    await waitFor(() => {
      expect(photos()).toEqual([]);
    });
    expect(document.querySelector('[data-letters="BF"]')).not.toBeNull();
  });
});

describe('the photo of a group', () => {
  it('is changed by admins', async () => {
    const { ada, ben, cleo } = page.people();
    const talk = page.fake.talk([ada, ben, cleo], 'Lunch');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    fireEvent.click(document.querySelector('h1 button') ?? document.body);
    await screen.findByText('Add a photo');

    pick();
    await screen.findByText('Choose the part to show');
    click('Use this photo');

    await screen.findByText('Change the photo');
    expect(page.fake.photos).toHaveLength(1);
    click('Remove the photo');
    await screen.findByText('Add a photo');
    expect(page.fake.talks.get(talk.id)?.avatar).toBeNull();
  });

  it('is not offered to members', async () => {
    const { ada, ben, cleo } = page.people();
    const talk = page.fake.talk([ben, ada, cleo], 'Lunch');
    page.open(`/c/${talk.id}`, ada);
    await page.connected();
    fireEvent.click(document.querySelector('h1 button') ?? document.body);

    await screen.findByText('Leave the group');
    expect(screen.queryByText('Add a photo')).toBeNull();
  });
});
