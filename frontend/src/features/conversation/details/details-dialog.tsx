import { Bell, BellOff, Link2, LogOut, PenLine, UserPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Conversation } from '@/shared/api/model';
import { faceOf, otherOf, photoOf, titleOf } from '@/shared/chat/conversation-names';
import { tagOf } from '@/shared/chat/namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { isMuted, mutedUntil } from '@/shared/own-view/muted';
import { MuteDialog } from '@/shared/own-view/mute-dialog';
import { useOwnView } from '@/shared/own-view/use-own-view';
import { PhotoButtons } from '@/shared/photo/photo-buttons';
import { useGroupPhoto } from '@/shared/photo/use-photo-change';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { useNow } from '@/shared/ui/use-now';
import { AddPeople } from './add-people';
import styles from './details.module.css';
import { LeaveGroup } from './leave-group';
import { MemberList } from './member-list';
import { PersonAbout } from './person-about';
import { PersonSafety } from './person-safety';
import { RenameGroup } from './rename-group';
import { mayManage } from './use-group';

interface DetailsDialogProps {
  conversation: Conversation;
  onClose: () => void;
}

type Inner = 'mute' | 'rename' | 'add' | 'invite' | 'leave';

const InviteDialog = lazy(async () => ({
  default: (await import('@/shared/invites/invite-dialog')).InviteDialog,
}));

/** Who is in a conversation, what is known of them, and what one may do about it. */
export function DetailsDialog({ conversation, onClose }: DetailsDialogProps) {
  const { ownId } = useSignedIn();
  const { texts, formats } = useLanguage();
  const words = texts.details;
  const now = useNow();
  const [inner, setInner] = useState<Inner>();
  const change = useOwnView();
  const photo = useGroupPhoto(conversation.id);
  const name = titleOf(conversation, ownId) ?? texts.conversations.unnamed;
  const other = otherOf(conversation, ownId);
  const group = conversation.kind === 'group';
  const ownRole = conversation.members.find(({ userId }) => userId === ownId)?.role ?? 'member';
  const muted = isMuted(conversation, now.getTime());
  const until = mutedUntil(conversation, now.getTime());
  const open = (which: Inner) => () => {
    setInner(which);
  };
  const closeInner = () => {
    setInner(undefined);
  };
  return (
    <Modal title={words.title} closeLabel={words.close} onClose={onClose} tall={group}>
      <div className={styles.who}>
        <Avatar
          id={faceOf(conversation, ownId)}
          name={name}
          photo={photoOf(conversation, ownId)}
          online={other?.online === true}
        />
        <div className={styles.words}>
          <p className={styles.name} dir="auto" translate="no">
            {name}
          </p>
          <p className={styles.more}>
            {other === undefined
              ? words.memberCount(conversation.memberCount)
              : other.online
                ? texts.conversation.online
                : other.lastSeenAt !== null && formats.lastSeen(other.lastSeenAt, now)}
          </p>
          {other !== undefined && (
            <p className={styles.more}>
              <span>{words.tag}</span> <bdi translate="no">{tagOf(other.userId)}</bdi>
            </p>
          )}
          {muted && (
            <p className={styles.more}>
              {until === undefined ? texts.ownView.muted : texts.ownView.mutedUntil(formats.soon(until, now))}
            </p>
          )}
        </div>
      </div>
      {other !== undefined && <PersonAbout userId={other.userId} />}
      {other !== undefined && <p className={styles.more}>{words.tagHint}</p>}
      {group && mayManage(ownRole) && (
        <PhotoButtons has={Boolean(photoOf(conversation, ownId))} change={photo} />
      )}
      <div className={styles.deeds}>
        <Button
          look="outlined"
          onClick={muted ? () => void change(conversation.id, { mutedUntil: null }) : open('mute')}
        >
          {muted ? <Bell size={18} aria-hidden="true" /> : <BellOff size={18} aria-hidden="true" />}
          <span>{muted ? texts.ownView.unmute : texts.ownView.mute}</span>
        </Button>
        {group && mayManage(ownRole) && (
          <>
            <Button look="outlined" onClick={open('rename')}>
              <PenLine size={18} aria-hidden="true" />
              <span>{texts.groups.rename}</span>
            </Button>
            <Button look="outlined" onClick={open('add')}>
              <UserPlus size={18} aria-hidden="true" />
              <span>{texts.groups.addTitle}</span>
            </Button>
            <Button look="outlined" onClick={open('invite')}>
              <Link2 size={18} aria-hidden="true" />
              <span>{texts.invites.open}</span>
            </Button>
          </>
        )}
        {group && (
          <Button look="outlined" className={styles.leave} onClick={open('leave')}>
            <LogOut size={18} aria-hidden="true" />
            <span>{texts.groups.leave}</span>
          </Button>
        )}
      </div>
      {other !== undefined && <PersonSafety other={other} />}
      {group && <MemberList conversation={conversation} ownRole={ownRole} />}
      {inner === 'mute' && (
        <MuteDialog
          onClose={closeInner}
          onMute={(mutedAgain) => void change(conversation.id, { mutedUntil: mutedAgain })}
        />
      )}
      {inner === 'rename' && <RenameGroup conversation={conversation} onClose={closeInner} />}
      {inner === 'add' && <AddPeople conversation={conversation} onClose={closeInner} />}
      <Suspense>
        {inner === 'invite' && (
          <InviteDialog group={{ id: conversation.id, title: name }} onClose={closeInner} />
        )}
      </Suspense>
      {inner === 'leave' && <LeaveGroup conversation={conversation} ownRole={ownRole} onClose={closeInner} />}
    </Modal>
  );
}
