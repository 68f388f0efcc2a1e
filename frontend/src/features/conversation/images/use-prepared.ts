import { useEffect, useReducer } from 'react';
import type { OutgoingImage } from '../timeline';
import type { Unusable } from './shrink';
import { UnusablePicture, shrink, thumbnailOf } from './shrink';

/** A picture as it will be sent, with addresses to show it by. */
export interface Prepared {
  image: OutgoingImage;
  url: string;
  thumbnail: string;
}

export interface Preparation {
  /** In the order in which they were picked. */
  pictures: readonly Prepared[];
  unusable: readonly { name: string; reason: Unusable }[];
  done: boolean;
}

const NOTHING: Preparation = { pictures: [], unusable: [], done: false };

type Step =
  { prepared: Prepared } | { name: string; reason: Unusable } | { removed: Prepared } | 'begin' | 'done';

function advance(state: Preparation, step: Step): Preparation {
  if (step === 'begin') return NOTHING;
  if (step === 'done') return { ...state, done: true };
  if ('prepared' in step) return { ...state, pictures: [...state.pictures, step.prepared] };
  if ('removed' in step)
    return { ...state, pictures: state.pictures.filter((each) => each !== step.removed) };
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
        try {
          const image = await shrink(file);
          const small = files.length > 1 ? await thumbnailOf(image) : image.blob;
          if (running.signal.aborted) return;
          step({ prepared: { image, url: urlOf(image.blob), thumbnail: urlOf(small) } });
        } catch (reason) {
          if (running.signal.aborted) return;
          step({ name: file.name, reason: reason instanceof UnusablePicture ? reason.reason : 'no-picture' });
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
