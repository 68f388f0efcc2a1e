import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { SquarePen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useNavigate, useParams } from 'react-router';
import { ConversationList } from '@/features/conversation-list/conversation-list';
import { OpenConversationsContext } from '@/features/conversation/store/open-conversations';
import { meOptions } from '@/shared/chat/me';
import { useCountedTitle } from '@/shared/chat/use-counted-title';
import { useLanguage } from '@/shared/i18n/language';
import { usePush } from '@/shared/push/use-notices';
import { SignedInContext, useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { IconButton } from '@/shared/ui/button';
import { LiveRegion } from '@/shared/ui/live-region';
import { ToastRegion } from '@/shared/ui/toast-region';
import { Logo } from '@/shared/ui/logo';
import { useWayBack } from '@/shared/ui/way-back';
import styles from './chats.module.css';
import { ConnectionLine } from './connection-line';
import {
  InviteDialog,
  KeysDialog,
  NewConversationDialog,
  ProfileDialog,
  preloadDialogs,
} from './lazy-chunks';
import type { Dialogs } from './welcome';
import { useAppServices } from './app-services';
import { GuardedDialog, Pane } from './panes';
import { useShortcuts } from './shortcuts';
import type { UserScope } from './user-scope';
import { NewVersionOffer } from './new-version-offer';
import { NoticeOffer } from './notice-offer';
import { FirstSteps } from './welcome';

interface ChatsProps {
  scope: UserScope | undefined;
  /** Shown while there is no scope. */
  meanwhile: ReactNode;
}

/** The app of a signed-in user: the list, and beside or instead of it the conversation. */
export function Chats({ scope, meanwhile }: ChatsProps) {
  if (scope === undefined) return meanwhile;
  return (
    <SignedInContext value={scope}>
      <OpenConversationsContext value={scope.open}>
        <QueryClientProvider client={scope.queries}>
          <Frame key={scope.ownId} />
          <LiveRegion announcer={scope.announcer} />
          <ToastRegion toasts={scope.toasts} />
        </QueryClientProvider>
      </OpenConversationsContext>
    </SignedInContext>
  );
}

function Frame() {
  const { texts } = useLanguage();
  const { session } = useAppServices();
  const { conversations } = useSignedIn();
  const navigate = useNavigate();
  const { id } = useParams();
  const [dialog, setDialog] = useState<'new' | 'profile' | 'invite' | 'keys'>();
  const close = () => {
    setDialog(undefined);
  };
  const startNew = () => {
    setDialog('new');
  };
  const showProfile = () => {
    setDialog('profile');
  };
  const invite = () => {
    setDialog('invite');
  };
  const toList = useWayBack();
  useShortcuts({
    open: id !== undefined,
    toList,
    toNext: (step) => {
      const all = conversations.all();
      const at = all.findIndex((each) => each.id === id);
      const next = at < 0 ? all[0] : all[at + step];
      if (next !== undefined) void navigate(`/c/${encodeURIComponent(next.id)}`);
    },
    onHelp: () => {
      setDialog('keys');
    },
  });
  const title = useCountedTitle(texts.app.name);
  useEffect(preloadDialogs, []);
  usePush();
  return (
    <main className={styles.frame} data-open={id !== undefined}>
      <title>{title}</title>
      <SkipLink open={id !== undefined} />
      <div className={styles.list}>
        <header className={styles.head}>
          <h1 className={styles.brand} translate="no">
            <Logo />
            <span>{texts.app.name}</span>
          </h1>
          <IconButton label={texts.conversations.start} onClick={startNew}>
            <SquarePen size={20} aria-hidden="true" />
          </IconButton>
          <Me onClick={showProfile} />
        </header>
        <ConnectionLine />
        <NewVersionOffer />
        <NoticeOffer />
        <Pane>
          <ConversationList
            onStart={startNew}
            welcome={<FirstSteps onStart={startNew} onProfile={showProfile} onInvite={invite} />}
          />
        </Pane>
      </div>
      <div className={styles.main}>
        {id !== undefined && <ConnectionLine narrowOnly />}
        <Pane key={id}>
          <Outlet
            context={{ onStart: startNew, onProfile: showProfile, onInvite: invite } satisfies Dialogs}
          />
        </Pane>
      </div>
      <GuardedDialog key={dialog} onClose={close}>
        <Suspense>
          {dialog === 'new' && (
            <NewConversationDialog
              onClose={close}
              onInvite={invite}
              onStarted={(started) => {
                close();
                void navigate(`/c/${encodeURIComponent(started)}`);
              }}
            />
          )}
          {dialog === 'keys' && <KeysDialog onClose={close} />}
          {dialog === 'invite' && <InviteDialog onClose={close} />}
          {dialog === 'profile' && (
            <ProfileDialog
              onClose={close}
              signOut={() => session.signOut()}
              onDeleted={() => {
                session.end('asked');
              }}
            />
          )}
        </Suspense>
      </GuardedDialog>
    </main>
  );
}

/** The first stop by keyboard: past the list, to where one writes, or to the search. */
function SkipLink({ open }: { open: boolean }) {
  const { skip } = useLanguage().texts;
  return (
    <a
      href={open ? '#write' : '#search'}
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault();
        document.querySelector<HTMLElement>(open ? 'textarea' : '[role=search] input')?.focus();
      }}
    >
      {open ? skip.toMessages : skip.toSearch}
    </a>
  );
}

function Me({ onClick }: { onClick: () => void }) {
  const { api, ownId } = useSignedIn();
  const { texts } = useLanguage();
  const { data: me } = useQuery(meOptions(api));
  return (
    <IconButton label={texts.profile.open} className={styles.me} onClick={onClick}>
      <Avatar small id={ownId} name={me?.name ?? ''} photo={me?.avatar} />
    </IconButton>
  );
}
