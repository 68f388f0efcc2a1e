import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import type { Crop } from './crop';
import { draw, middle, MOST_ZOOM, photoOf, sideOf, within } from './crop';
import styles from './crop-dialog.module.css';

/** Pixels of the canvas a side. */
const CANVAS_PX = 640;
/** One press of an arrow key moves it by this share of what is shown. */
const STEP = 0.05;
const ZOOM_STEP = 1.1;

interface CropDialogProps {
  picture: ImageBitmap;
  /** While it is stored. */
  pending: boolean;
  failure: string | undefined;
  onSave: (photo: Blob) => void;
  onClose: () => void;
}

/** Chooses the part of a picture that is to be the photo: by dragging and pinching, the wheel, the keyboard, or the slider. */
export function CropDialog({ picture, pending, failure, onSave, onClose }: CropDialogProps) {
  const words = useLanguage().texts.photo;
  const [crop, setCrop] = useState(() => middle(picture));
  const [unwritten, setUnwritten] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const change = (to: (crop: Crop) => Crop) => {
    setCrop((before) => within(to(before), picture));
  };
  const zoomBy = (factor: number) => {
    change((before) => ({ ...before, zoom: before.zoom * factor }));
  };
  /** By shares of what is shown; the picture goes along with the pointer. */
  const moveBy = (x: number, y: number) => {
    change((before) => {
      const side = sideOf(before, picture);
      return { ...before, x: before.x - x * side, y: before.y - y * side };
    });
  };

  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, picture, crop);
  }, [picture, crop]);

  // React listens to the wheel passively: the page would scroll along.
  useEffect(() => {
    const element = area.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const factor = event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
      setCrop((before) => within({ ...before, zoom: before.zoom * factor }, picture));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element?.removeEventListener('wheel', onWheel);
    };
  }, [picture]);

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const width = event.currentTarget.getBoundingClientRect().width || 1;
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    const now = { x: event.clientX, y: event.clientY };
    pointers.current.set(event.pointerId, now);
    if (other !== undefined) {
      const distance = (point: typeof now) => Math.hypot(point.x - other.x, point.y - other.y) || 1;
      zoomBy(distance(now) / distance(before));
    }
    const share = pointers.current.size * width;
    moveBy((now.x - before.x) / share, (now.y - before.y) / share);
  };
  const onPointerEnd = (event: PointerEvent<HTMLDivElement>) => {
    pointers.current.delete(event.pointerId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowLeft: () => {
        moveBy(STEP, 0);
      },
      ArrowRight: () => {
        moveBy(-STEP, 0);
      },
      ArrowUp: () => {
        moveBy(0, STEP);
      },
      ArrowDown: () => {
        moveBy(0, -STEP);
      },
      '+': () => {
        zoomBy(ZOOM_STEP);
      },
      '=': () => {
        zoomBy(ZOOM_STEP);
      },
      '-': () => {
        zoomBy(1 / ZOOM_STEP);
      },
    }[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  const save = () => {
    if (pending) return;
    setUnwritten(false);
    photoOf(picture, crop).then(onSave, () => {
      setUnwritten(true);
    });
  };
  return (
    <Modal title={words.cropTitle} closeLabel={words.close} onClose={onClose}>
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- arrow keys move the picture */}
      <div
        ref={area}
        className={styles.area}
        role="group"
        aria-label={words.cropHint}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
      >
        {/* eslint-enable */}
        <canvas ref={canvas} width={CANVAS_PX} height={CANVAS_PX} className={styles.canvas} />
        <div className={styles.mask} />
      </div>
      <label className={styles.zoom}>
        <span>{words.zoom}</span>
        <input
          type="range"
          min={1}
          max={MOST_ZOOM}
          step={0.05}
          value={crop.zoom}
          onChange={({ target }) => {
            change((before) => ({ ...before, zoom: target.valueAsNumber }));
          }}
        />
      </label>
      <p className={styles.hint} aria-hidden="true">
        {words.cropHint}
      </p>
      <Button aria-disabled={pending} onClick={save}>
        {pending ? words.saving : words.save}
      </Button>
      <ErrorLine>{unwritten ? words.unreadable : failure}</ErrorLine>
    </Modal>
  );
}
