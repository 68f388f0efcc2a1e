import { Crown, MessageSquare, ShieldMinus, ShieldPlus, UserMinus } from 'lucide-react';
import type { Member } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { MenuChoice, PopupMenu } from '@/shared/ui/popup-menu';
import { mayManage } from './use-group';

/** What may be done with a member. */
export type MemberDeed = 'message' | 'promote' | 'demote' | 'own' | 'remove';

interface MemberMenuProps {
  member: Member;
  ownRole: Member['role'];
  anchor: HTMLElement;
  onClose: () => void;
  onChoose: (deed: MemberDeed) => void;
}

/** What one may do with a member of a group, by one's own role. */
export function MemberMenu({ member, ownRole, anchor, onClose, onChoose }: MemberMenuProps) {
  const words = useLanguage().texts.groups;
  const { name, role } = member;
  const choose = (deed: MemberDeed) => () => {
    onChoose(deed);
  };
  return (
    <PopupMenu label={words.options(name)} anchor={anchor} onClose={onClose}>
      <MenuChoice art={MessageSquare} onChoose={choose('message')}>
        {words.message(name)}
      </MenuChoice>
      {ownRole === 'owner' && role === 'member' && (
        <MenuChoice art={ShieldPlus} onChoose={choose('promote')}>
          {words.makeAdmin}
        </MenuChoice>
      )}
      {ownRole === 'owner' && role === 'admin' && (
        <MenuChoice art={ShieldMinus} onChoose={choose('demote')}>
          {words.makeMember}
        </MenuChoice>
      )}
      {ownRole === 'owner' && (
        <MenuChoice art={Crown} stays onChoose={choose('own')}>
          {words.makeOwner}
        </MenuChoice>
      )}
      {mayManage(ownRole) && role !== 'owner' && (
        <MenuChoice art={UserMinus} danger stays onChoose={choose('remove')}>
          {words.remove}
        </MenuChoice>
      )}
    </PopupMenu>
  );
}
