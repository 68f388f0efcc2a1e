import { Problem } from '@/shared/api/problem';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { Button } from '@/shared/ui/button';
import { Lead, Notice } from '@/shared/ui/notice';

interface FailureProps {
  reason: unknown;
  onRetry: () => void;
}

/** Why a conversation is not shown, and the way to try again where that may help. */
export function Failure({ reason, onRetry }: FailureProps) {
  const language = useLanguage();
  const { conversation, app } = language.texts;
  if (reason instanceof Problem && !reason.isPassing)
    return <Notice heading="h1" title={conversation.notFound} />;
  return (
    <Notice heading="h1" title={conversation.failed}>
      <Lead>{problemText(reason, language)}</Lead>
      <Button look="outlined" onClick={onRetry}>
        {app.tryAgain}
      </Button>
    </Notice>
  );
}
