import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import { Problem } from '@/shared/api/problem';
import type { Invite } from '@/shared/api/model';
import { titleOf } from '@/shared/chat/conversation-names';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { ErrorLine } from '@/shared/ui/text-field';
import { useNow } from '@/shared/ui/use-now';
import styles from './invite-dialog.module.css';

/** The user's links that can still be used, each with a way to revoke it. */
export function OpenLinks() {
  const { api } = useSignedIn();
  const queries = useQueryClient();
  const language = useLanguage();
  const words = language.texts.invites;
  const invites = useQuery({
    queryKey: ['invites'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/invites', { signal })),
    staleTime: 0,
  });
  const revoke = useMutation({
    mutationFn: async (id: string) => {
      try {
        await answer(api.DELETE('/api/v1/invites/{token}', { params: { path: { token: id } } }));
      } catch (reason) {
        // Gone already is as good.
        if (!(reason instanceof Problem) || reason.status !== 404) throw reason;
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['invites'] }),
  });
  const failure = revoke.error ?? invites.error;
  return (
    <section className={styles.section} aria-label={words.list}>
      <h2 className={styles.heading}>{words.list}</h2>
      {invites.data?.items.length === 0 && <p className={styles.status}>{words.none}</p>}
      <ul aria-busy={invites.isPending}>
        {invites.data?.items.map((invite) => (
          <OpenLink
            key={invite.id}
            invite={invite}
            busy={revoke.isPending}
            onRevoke={() => {
              revoke.mutate(invite.id);
            }}
          />
        ))}
      </ul>
      <ErrorLine>{failure === null ? undefined : problemText(failure, language)}</ErrorLine>
    </section>
  );
}

interface OpenLinkProps {
  invite: Invite;
  busy: boolean;
  onRevoke: () => void;
}

function OpenLink({ invite, busy, onRevoke }: OpenLinkProps) {
  const { conversations, ownId } = useSignedIn();
  const { texts, formats } = useLanguage();
  const words = texts.invites;
  const now = useNow();
  const { conversationId, uses, maxUses, expiresAt } = invite;
  const group = conversationId === null ? undefined : conversations.get(conversationId);
  const until = words.until(formats.soon(expiresAt, now));
  return (
    <li className={styles.open}>
      <span className={styles.words}>
        <span dir="auto">
          {conversationId === null
            ? words.toYou
            : ((group && titleOf(group, ownId)) ?? texts.conversations.unnamed)}
        </span>
        <span className={styles.status}>{`${words.used(uses, maxUses)} · ${until}`}</span>
      </span>
      <Button
        look="quiet"
        aria-label={words.revokeNamed(until)}
        aria-disabled={busy}
        onClick={() => {
          if (!busy) onRevoke();
        }}
      >
        {words.revoke}
      </Button>
    </li>
  );
}
