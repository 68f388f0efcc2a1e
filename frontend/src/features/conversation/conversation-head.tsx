import { ArrowLeft, EllipsisVertical } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { Conversation } from '@/shared/api/model';
import { isLarge } from '@/shared/chat/conversation-changes';
import { faceOf, firstName, nameOf, otherOf, photoOf, titleOf } from '@/shared/chat/conversation-names';
import { tagOf } from '@/shared/chat/namesakes';
import { useCountedTitle } from '@/shared/chat/use-counted-title';
import { useNamesakes } from '@/shared/chat/use-namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn, useTypists } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { IconButton } from '@/shared/ui/button';
import { useNow } from '@/shared/ui/use-now';
import { TypingDots } from '@/shared/ui/typing-dots';
import { useWayBack } from '@/shared/ui/way-back';
import styles from './conversation-head.module.css';
import { DetailsDialog } from './images/lazy';
import { HeadMenu } from './lazy';
import type { Mode } from './mode';

interface ConversationHeadProps {
  /** Undefined while it is not known yet. */
  conversation: Conversation | undefined;
  onMode: (mode: Mode) => void;
}

/** Who one talks with, and whether they are here. */
export function ConversationHead({ conversation, onMode }: ConversationHeadProps) {
  const { ownId } = useSignedIn();
  const { texts } = useLanguage();
  const toList = useWayBack();
  const [details, setDetails] = useState(false);
  const [menu, setMenu] = useState<HTMLElement>();
  const other = conversation && otherOf(conversation, ownId);
  const namesakes = useNamesakes();
  const tag = other !== undefined && namesakes.has(other.userId) ? tagOf(other.userId) : undefined;
  const name = conversation && (titleOf(conversation, ownId) ?? texts.conversations.unnamed);
  const title = useCountedTitle(`${name ?? ''} · ${texts.app.name}`);
  return (
    <header className={styles.head}>
      <Link
        to="/"
        className={styles.back}
        aria-label={texts.conversation.back}
        title={texts.conversation.back}
        onClick={toList}
      >
        <ArrowLeft size={22} aria-hidden="true" />
      </Link>
      {conversation !== undefined && name !== undefined && (
        <>
          <title>{title}</title>
          <Avatar
            small
            id={faceOf(conversation, ownId)}
            name={name}
            photo={photoOf(conversation, ownId)}
            online={otherOf(conversation, ownId)?.online === true}
          />
          <div className={styles.words}>
            <h1 className={styles.name} dir="auto" title={name} translate="no">
              <button
                type="button"
                className={styles.open}
                aria-haspopup="dialog"
                onClick={() => {
                  setDetails(true);
                }}
              >
                <span>{name}</span>
                {tag !== undefined && <bdi className={styles.tag}>{` ${tag}`}</bdi>}
              </button>
            </h1>
            <Whereabouts
              conversation={conversation}
              onDetails={() => {
                setDetails(true);
              }}
            />
          </div>
          <IconButton
            label={texts.conversation.options}
            aria-haspopup="menu"
            onClick={({ currentTarget }) => {
              setMenu(currentTarget);
            }}
          >
            <EllipsisVertical size={20} aria-hidden="true" />
          </IconButton>
          <Suspense>
            {menu !== undefined && (
              <HeadMenu
                anchor={menu}
                onChoose={(choice) => {
                  if (choice === 'details') setDetails(true);
                  else onMode(choice);
                }}
                onClose={() => {
                  setMenu(undefined);
                }}
              />
            )}
            {details && (
              <DetailsDialog
                conversation={conversation}
                onClose={() => {
                  setDetails(false);
                }}
              />
            )}
          </Suspense>
        </>
      )}
    </header>
  );
}

interface WhereaboutsProps {
  conversation: Conversation;
  onDetails: () => void;
}

/** Who is writing; else whether the other one is here or when they last were; of a group, who is in it. */
function Whereabouts({ conversation, onDetails }: WhereaboutsProps) {
  const { ownId } = useSignedIn();
  const typists = useTypists(conversation.id);
  const { texts, formats } = useLanguage();
  const words = texts.conversation;
  const now = useNow();
  const names = typists.map((id) => firstName(nameOf(conversation, id)));
  const other = otherOf(conversation, ownId);
  if (names.length > 0) {
    return (
      <p className={styles.live}>
        <TypingDots />
        <span>{typing(names, conversation.kind === 'group', words)}</span>
      </p>
    );
  }
  if (other !== undefined) {
    if (other.online) return <p className={styles.live}>{words.online}</p>;
    return (
      <p className={styles.whereabouts}>
        {other.lastSeenAt !== null && formats.lastSeen(other.lastSeenAt, now)}
      </p>
    );
  }
  return <Members conversation={conversation} onDetails={onDetails} />;
}

/** Who is in a group, or how many; all of them on a click. */
function Members({ conversation, onDetails }: WhereaboutsProps) {
  const { ownId } = useSignedIn();
  const words = useLanguage().texts.conversation;
  const others = conversation.members.filter((member) => member.userId !== ownId);
  return (
    <button type="button" className={styles.members} title={words.showMembers} onClick={onDetails}>
      {isLarge(conversation)
        ? words.memberCount(conversation.memberCount)
        : words.people(others.map((member) => firstName(member.name)).join(', '))}
    </button>
  );
}

type Words = ReturnType<typeof useLanguage>['texts']['conversation'];

function typing([one = '', other = '', ...more]: readonly string[], named: boolean, words: Words): string {
  if (more.length > 0) return words.typingMany;
  if (other !== '') return words.typingTwo(one, other);
  return named ? words.typingOne(one) : words.typing;
}
