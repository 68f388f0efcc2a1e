import type { PointerEvent, WheelEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { join } from '@/shared/ui/join';
import styles from './image-viewer.module.css';
import { useImageUrl } from './message-image';

export interface ViewedImage {
  id: string;
  contentType: string;
  width: number;
  height: number;
  author: string;
  instant: string;
  caption: string | null;
}

interface ViewedPictureProps {
  image: ViewedImage;
  zoom: number;
  onWheel: (event: WheelEvent) => void;
  onZoom: () => void;
  /** To the next one (1) or the one before (-1), as one reads. */
  onSwipe: (by: 1 | -1) => void;
}

/** What is much taller than a screen is as wide as one, and scrolled. */
const TALL = 0.4;
const SWIPE_PX = 48;

/** A picture as large as one likes: dragged when it is larger than the screen, swiped away when it is not. */
export function ViewedPicture({ image, zoom, onWheel, onZoom, onSwipe }: ViewedPictureProps) {
  const { texts } = useLanguage();
  const { url, failed, onError } = useImageUrl(image.id);
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; left: number; top: number }>(undefined);
  useKeepMiddle(stage, zoom);
  const ratio = image.width / Math.max(1, image.height);
  const onPointerDown = ({ clientX, clientY, currentTarget, button }: PointerEvent) => {
    const { scrollLeft, scrollTop } = currentTarget;
    if (button === 0) drag.current = { x: clientX, y: clientY, left: scrollLeft, top: scrollTop };
  };
  const onPointerMove = ({ clientX, clientY, currentTarget, pointerType }: PointerEvent) => {
    const from = drag.current;
    // A finger scrolls by itself.
    if (from === undefined || pointerType !== 'mouse') return;
    currentTarget.scrollTo(from.left + from.x - clientX, from.top + from.y - clientY);
  };
  const onPointerUp = ({ clientX, clientY, pointerType }: PointerEvent) => {
    const from = drag.current;
    drag.current = undefined;
    if (from === undefined || pointerType === 'mouse' || zoom > 1) return;
    const [along, across] = [clientX - from.x, clientY - from.y];
    if (Math.abs(along) < SWIPE_PX || Math.abs(along) < 2 * Math.abs(across)) return;
    const forward = along < 0 === (document.documentElement.dir !== 'rtl');
    onSwipe(forward ? 1 : -1);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the same is done by keys and buttons
    <div
      className={join(styles.stage, zoom === 1 && styles.whole)}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one scrolls it by keyboard
      tabIndex={0}
      role="group"
      aria-label={texts.images.picture}
      onWheel={onWheel}
      onDoubleClick={onZoom}
      {...{ onPointerDown, onPointerMove, onPointerUp }}
      onPointerCancel={() => {
        drag.current = undefined;
      }}
      ref={(element) => {
        stage.current = element;
        element?.style.setProperty('--zoom', String(zoom));
        element?.style.setProperty('--ratio', String(ratio));
        element?.style.setProperty('--wide', `${image.width}px`);
      }}
    >
      {failed && <p className={styles.failed}>{texts.conversation.pictureFailed}</p>}
      {url !== undefined && !failed && (
        <img
          className={join(styles.image, ratio < TALL && styles.tall)}
          src={url}
          width={image.width}
          height={image.height}
          alt={texts.images.from(image.author)}
          draggable={false}
          onError={onError}
        />
      )}
    </div>
  );
}

/** What was in the middle stays there when it becomes larger or smaller. */
function useKeepMiddle(stage: { current: HTMLElement | null }, zoom: number) {
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const element = stage.current;
    const by = zoom / before.current;
    before.current = zoom;
    if (element === null || by === 1) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
    const along = (from: number, room: number) => (from + room / 2) * by - room / 2;
    element.scrollTo(along(scrollLeft, clientWidth), along(scrollTop, clientHeight));
  }, [stage, zoom]);
}
