import type { DragEvent } from 'react';
import { useState } from 'react';
import { carriesFiles } from '@/shared/ui/stray-drops';

/** Lets files be dropped on what has these handlers; `over` while some are held above it. */
export function useDropFiles(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (carriesFiles(event.dataTransfer)) setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        // From one child to the next is not out.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      },
      onDragOver: (event: DragEvent) => {
        if (carriesFiles(event.dataTransfer)) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}
