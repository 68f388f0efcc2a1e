import type { DragEvent } from 'react';
import { useRef, useState } from 'react';

/** Lets files be dropped on what has these handlers; `over` while some are held above it. */
export function useDropFiles(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  /** Entering a child comes before leaving its parent: only the difference says where one is. */
  const depth = useRef(0);
  const move = (by: number) => {
    depth.current += by;
    setOver(depth.current > 0);
  };
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (hasFiles(event)) move(1);
      },
      onDragLeave: (event: DragEvent) => {
        if (hasFiles(event)) move(-1);
      },
      onDragOver: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        move(-depth.current);
        onFiles(imagesIn(event.dataTransfer.files));
      },
    },
  };
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** The pictures among some files. */
export function imagesIn(files: FileList): File[] {
  return [...files].filter(({ type }) => type.startsWith('image/'));
}
