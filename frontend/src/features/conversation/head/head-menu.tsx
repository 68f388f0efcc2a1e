import { CircleCheckBig, Info, Search } from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import { MenuChoice, PopupMenu } from '@/shared/ui/popup-menu';

/** What a choice of the menu leads to. */
export type HeadChoice = 'find' | 'select' | 'details';

interface HeadMenuProps {
  anchor: HTMLElement;
  onChoose: (choice: HeadChoice) => void;
  onClose: () => void;
}

/** What one may do in a conversation. */
export function HeadMenu({ anchor, onChoose, onClose }: HeadMenuProps) {
  const { texts } = useLanguage();
  const choose = (choice: HeadChoice) => () => {
    onChoose(choice);
  };
  return (
    <PopupMenu label={texts.conversation.options} anchor={anchor} onClose={onClose}>
      <MenuChoice art={Search} onChoose={choose('find')}>
        {texts.search.open}
      </MenuChoice>
      <MenuChoice art={CircleCheckBig} onChoose={choose('select')}>
        {texts.selection.begin}
      </MenuChoice>
      <MenuChoice art={Info} onChoose={choose('details')}>
        {texts.details.title}
      </MenuChoice>
    </PopupMenu>
  );
}
