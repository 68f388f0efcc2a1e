import type { ReactNode } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { Notice } from '@/shared/ui/notice';
import { CrashGuard } from './crash-guard';

/** A part of the page that may throw without the others: the list, a conversation. */
export function Pane({ children }: { children: ReactNode }) {
  return <CrashGuard fallback={(again) => <CrashedPane onAgain={again} />}>{children}</CrashGuard>;
}

/** A dialog that may throw without the page below it. */
export function GuardedDialog({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return <CrashGuard fallback={() => <CrashedDialog onClose={onClose} />}>{children}</CrashGuard>;
}

function CrashedPane({ onAgain }: { onAgain: () => void }) {
  const { app } = useLanguage().texts;
  return (
    <section role="alert">
      <Notice title={app.crashedPart}>
        <Button look="outlined" onClick={onAgain}>
          {app.tryAgain}
        </Button>
      </Notice>
    </section>
  );
}

function CrashedDialog({ onClose }: { onClose: () => void }) {
  const { app, profile } = useLanguage().texts;
  return (
    <Modal title={app.crashedPart} closeLabel={profile.close} onClose={onClose}>
      <Button look="outlined" onClick={onClose}>
        {profile.close}
      </Button>
    </Modal>
  );
}
