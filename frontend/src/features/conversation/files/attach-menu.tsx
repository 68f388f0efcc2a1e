import { Camera, File, Images } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { MenuChoice, PopupMenu } from '@/shared/ui/popup-menu';
import type { Source } from './attach-button';

interface AttachMenuProps {
  anchor: HTMLElement;
  onChoose: (source: Source) => void;
  onClose: () => void;
}

/** What one can attach. At a desk `capture` means nothing, and the camera would do what the pictures do. */
export function AttachMenu({ anchor, onChoose, onClose }: AttachMenuProps) {
  const words = useLanguage().texts.attachments;
  const [handheld] = useState(() => matchMedia('(hover: none) and (pointer: coarse)').matches);
  const choose = (source: Source) => () => {
    onChoose(source);
  };
  return (
    <PopupMenu label={words.attach} anchor={anchor} onClose={onClose}>
      <MenuChoice art={Images} onChoose={choose('pictures')}>
        {words.pictures}
      </MenuChoice>
      <MenuChoice art={File} onChoose={choose('files')}>
        {words.files}
      </MenuChoice>
      {handheld && (
        <MenuChoice art={Camera} onChoose={choose('take')}>
          {words.take}
        </MenuChoice>
      )}
    </PopupMenu>
  );
}
