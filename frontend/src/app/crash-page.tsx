import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';

/** The last resort, when the whole page threw. */
export function CrashPage() {
  const { app } = useLanguage().texts;
  return (
    <main>
      <title>{app.name}</title>
      <Notice heading="h1" title={app.crashed}>
        <Button
          look="outlined"
          onClick={() => {
            location.reload();
          }}
        >
          {app.reload}
        </Button>
      </Notice>
    </main>
  );
}
