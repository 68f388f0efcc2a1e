import { useEffect, useReducer } from 'react';
import { contentOf } from '../images/content-type';
import type { Unusable } from '../images/shrink';
import { UnusablePicture, shrink, thumbnailOf } from '../images/shrink';
import type { OutgoingImage } from '../store/timeline';

/** What the file store takes. */
export const MOST_FILE_BYTES = 100 * 1024 * 1024;

/** A file as it will be sent. */
export interface Prepared {
  file: File;
  /** Drawn anew, with addresses to show it by, when it is a picture that can be. */
  picture: { image: OutgoingImage; url: string; thumbnail: string } | undefined;
  /** Why a picture goes as a file. */
  note: Unusable | undefined;
}

export type Unsendable = 'empty' | 'unreadable' | 'too-large';

export interface Preparation {
  /** In the order in which they were picked. */
  prepared: readonly Prepared[];
  unusable: readonly { name: string; reason: Unsendable }[];
  done: boolean;
}

const NOTHING: Preparation = { prepared: [], unusable: [], done: false };

type Step =
  { prepared: Prepared } | { name: string; reason: Unsendable } | { removed: Prepared } | 'begin' | 'done';

function advance(state: Preparation, step: Step): Preparation {
  if (step === 'begin') return NOTHING;
  if (step === 'done') return { ...state, done: true };
  if ('prepared' in step) return { ...state, prepared: [...state.prepared, step.prepared] };
  if ('removed' in step)
    return { ...state, prepared: state.prepared.filter((each) => each !== step.removed) };
  return { ...state, unusable: [...state.unusable, step] };
}

/** Prepares files one after the other: a photograph of 12 megapixels takes 48 MB of memory while it is drawn. */
export function usePrepared(files: readonly File[]) {
  const [preparation, step] = useReducer(advance, NOTHING);
  useEffect(() => {
    const running = new AbortController();
    const urls: string[] = [];
    const urlOf = (blob: Blob) => {
      const url = URL.createObjectURL(blob);
      urls.push(url);
      return url;
    };
    step('begin');
    void (async () => {
      for (const file of files) {
        const next = await prepare(file, files.length > 1);
        if (running.signal.aborted) return;
        if (typeof next === 'string') step({ name: file.name, reason: next });
        else {
          const { picture, note } = next;
          const shown = picture && {
            image: picture.image,
            url: urlOf(picture.image.blob),
            thumbnail: urlOf(picture.small),
          };
          step({ prepared: { file, picture: shown, note } });
        }
      }
      step('done');
    })();
    return () => {
      running.abort();
      urls.forEach((url) => {
        URL.revokeObjectURL(url);
      });
    };
  }, [files]);
  return {
    preparation,
    remove: (removed: Prepared) => {
      step({ removed });
    },
  };
}

async function prepare(file: File, several: boolean) {
  if (file.size === 0) return 'empty';
  const content = await contentOf(file).catch(() => undefined);
  if (content === undefined) return 'unreadable';
  if (content.type !== undefined || file.type.startsWith('image/')) {
    try {
      const image = await shrink(file);
      return { picture: { image, small: several ? await thumbnailOf(image) : image.blob }, note: undefined };
    } catch (reason) {
      const note: Unusable = reason instanceof UnusablePicture ? reason.reason : 'no-picture';
      return file.size > MOST_FILE_BYTES ? 'too-large' : { picture: undefined, note };
    }
  }
  return file.size > MOST_FILE_BYTES ? 'too-large' : { picture: undefined, note: undefined };
}
