import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link2, SquarePen, UserPen } from 'lucide-react';
import { meOptions } from '@/shared/chat/me';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Logo } from '@/shared/ui/logo';
import { Lead, Notice } from '@/shared/ui/notice';
import { useListShown } from '@/shared/ui/way-back';
import styles from './welcome.module.css';

/** What a page may open. */
export interface Dialogs {
  onStart: () => void;
  onProfile: () => void;
  onInvite: () => void;
}

/** What stands beside the list while no conversation is open: to a newcomer, what to do first. */
export function Welcome({ onStart, onProfile, onInvite }: Dialogs) {
  const { conversations } = useSignedIn();
  const { texts } = useLanguage();
  const { data } = useInfiniteQuery({ ...conversations.listOptions(), enabled: false });
  useListShown();
  if (data?.known.length === 0) return <FirstSteps {...{ onStart, onProfile, onInvite }} />;
  return (
    <Notice title={texts.conversations.pick} art={<Logo />}>
      <Lead>{texts.conversations.pickLead}</Lead>
    </Notice>
  );
}

/** A name to be known by, and a person to talk to. */
export function FirstSteps({ onStart, onProfile, onInvite }: Dialogs) {
  const { api, ownId } = useSignedIn();
  const { welcome, invites } = useLanguage().texts;
  const { data: me } = useQuery(meOptions(api));
  return (
    <Notice title={welcome.title} art={<Logo />}>
      <ol className={styles.steps}>
        <li className={styles.step}>
          <Avatar id={ownId} name={me?.name ?? ''} photo={me?.avatar} />
          <div className={styles.words}>
            <p className={styles.name}>{welcome.name}</p>
            {me !== undefined && (
              <p>
                <span>{welcome.nameNow}</span> <bdi className={styles.own}>{me.name}</bdi>
              </p>
            )}
          </div>
          <Button look="outlined" onClick={onProfile}>
            <UserPen size={18} aria-hidden="true" />
            <span>{welcome.setName}</span>
          </Button>
        </li>
        <li className={styles.step}>
          <span className={styles.sign}>
            <SquarePen size={22} aria-hidden="true" />
          </span>
          <div className={styles.words}>
            <p className={styles.name}>{welcome.find}</p>
            <p>{welcome.findLead}</p>
          </div>
          <Button onClick={onStart}>{welcome.findPeople}</Button>
        </li>
        <li className={styles.step}>
          <span className={styles.sign}>
            <Link2 size={22} aria-hidden="true" />
          </span>
          <div className={styles.words}>
            <p className={styles.name}>{invites.first}</p>
            <p>{invites.firstLead}</p>
          </div>
          <Button look="outlined" onClick={onInvite}>
            {invites.open}
          </Button>
        </li>
      </ol>
    </Notice>
  );
}
