import type { ReactNode } from 'react';
import { useEffect, useEffectEvent } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
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

/** Says so, and closes what has nothing to show. */
function CrashedDialog({ onClose }: { onClose: () => void }) {
  const { problems } = useLanguage().texts;
  const { toasts } = useSignedIn();
  const leave = useEffectEvent(() => {
    toasts.fail(problems.unexpected);
    onClose();
  });
  useEffect(() => {
    leave();
  }, []);
  return null;
}
