import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { answer } from '@/shared/api/api';
import type { Conversation, SearchHit, User } from '@/shared/api/model';
import { faceOf, firstName, nameOf, photoOf, titleOf } from '@/shared/chat/conversation-names';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { MarkedText } from '@/shared/search/marked-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Time } from '@/shared/ui/time';
import { useNow } from '@/shared/ui/use-now';
import styles from './search-results.module.css';
import type { Results } from './use-results';

interface SearchResultsProps {
  results: Results;
  /** What stands there when nothing was found at all. */
  nothing: ReactNode;
}

/** People whom one has no conversation with, and messages, that match what one looks for. */
export function SearchResults({ results, nothing }: SearchResultsProps) {
  const { texts } = useLanguage();
  const words = texts.search;
  const { people, hits, search, searching, waiting } = results;
  if (hits.length === 0 && people.length === 0 && !waiting && !search.isError) return nothing;
  return (
    <>
      {people.length > 0 && <People found={people} />}
      <section className={styles.section} aria-label={words.messages}>
        <h2 className={styles.heading}>{words.messages}</h2>
        <p role="status" className={styles.status}>
          {waiting && hits.length === 0
            ? words.searching
            : search.isError
              ? words.failed
              : search.hasNextPage
                ? words.foundMore(hits.length)
                : words.found(hits.length)}
        </p>
        <ul>
          {hits.map((hit) => (
            <Hit key={hit.message.id} hit={hit} />
          ))}
        </ul>
        {(search.hasNextPage || search.isError) && !searching && (
          <Button
            look="quiet"
            onClick={() => {
              void (search.data === undefined ? search.refetch() : search.fetchNextPage());
            }}
          >
            {search.isError ? texts.app.tryAgain : words.more}
          </Button>
        )}
      </section>
    </>
  );
}

function People({ found }: { found: readonly Pick<User, 'id' | 'name' | 'avatar'>[] }) {
  const { api, conversations, toasts } = useSignedIn();
  const language = useLanguage();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: (userId: string) =>
      answer<Conversation>(api.POST('/api/v1/conversations', { body: { memberIds: [userId] } })),
    onSuccess: (conversation) => {
      conversations.put(conversation);
      void navigate(`/c/${encodeURIComponent(conversation.id)}`);
    },
    onError: (reason) => {
      toasts.fail(problemText(reason, language));
    },
  });
  return (
    <section className={styles.section} aria-label={language.texts.search.people}>
      <h2 className={styles.heading}>{language.texts.search.people}</h2>
      <ul>
        {found.map(({ id, name, avatar }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.row}
              aria-disabled={start.isPending}
              onClick={() => {
                if (!start.isPending) start.mutate(id);
              }}
            >
              <Avatar small id={id} name={name} photo={avatar} />
              <span className={styles.name} dir="auto" translate="no">
                {name}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A message that was found; it leads to its place in the conversation. */
function Hit({ hit: { message, conversationId, highlights } }: { hit: SearchHit }) {
  const { ownId, conversations } = useSignedIn();
  const { texts, formats } = useLanguage();
  const now = useNow();
  const { data: conversation } = useQuery(conversations.oneOptions(conversationId));
  const title = conversation && titleOf(conversation, ownId);
  const own = message.senderId === ownId;
  const sender = own
    ? texts.conversations.you
    : conversation?.kind === 'group'
      ? firstName(nameOf(conversation, message.senderId))
      : '';
  return (
    <li>
      <Link
        to={`/c/${encodeURIComponent(conversationId)}`}
        state={{ seq: message.seq }}
        className={styles.row}
      >
        <Avatar
          small
          id={conversation === undefined ? conversationId : faceOf(conversation, ownId)}
          name={title ?? ''}
          photo={conversation && photoOf(conversation, ownId)}
        />
        <span className={styles.words}>
          <span className={styles.head}>
            <span className={styles.name} dir="auto" translate="no">
              {title ?? texts.conversations.unnamed}
            </span>
            <Time instant={message.sentAt} className={styles.time}>
              {formats.brief(message.sentAt, now)}
            </Time>
          </span>
          <span className={styles.text}>
            {sender !== '' && <span>{`${sender}: `}</span>}
            <bdi>
              <MarkedText text={message.text ?? ''} highlights={highlights} />
            </bdi>
          </span>
        </span>
      </Link>
    </li>
  );
}
