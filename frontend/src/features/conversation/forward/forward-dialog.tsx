import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import { faceOf, titleOf } from '@/shared/chat/conversation-names';
import { matching } from '@/shared/chat/matching';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { TextField } from '@/shared/ui/text-field';
import { useNames } from '../message/use-names';
import styles from './forward-dialog.module.css';
import type { Progress } from './use-forward';
import { useForward } from './use-forward';

/** So many conversations can be chosen at once. */
const MOST_TARGETS = 5;

interface ForwardDialogProps {
  conversation: Conversation;
  /** None of them deleted, ascending by `seq`. */
  messages: readonly Message[];
  finalFocus: HTMLElement;
  onDone: () => void;
  onClose: () => void;
}

/** Sends messages on to other conversations, and says of each whether they have arrived. */
export function ForwardDialog({ conversation, messages, finalFocus, onDone, onClose }: ForwardDialogProps) {
  const { ownId, conversations, announcer } = useSignedIn();
  const { texts } = useLanguage();
  const words = texts.forward;
  const field = useRef<HTMLInputElement>(null);
  const [sought, setSought] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const list = useInfiniteQuery(conversations.listOptions());
  const { names } = useNames(
    conversation,
    messages.flatMap(({ mentions }) => mentions),
  );
  const { progress, forward } = useForward(messages, (id) => names.get(id));
  const sending = [...progress.values()].includes('sending');
  const begun = progress.size > 0;
  const known = list.data?.known ?? [];
  const found = begun ? known.filter(({ id }) => chosen.includes(id)) : matching(known, sought, ownId);
  const full = chosen.length >= MOST_TARGETS;
  const send = async () => {
    if (!(await forward(chosen))) return;
    announcer.say(words.done(chosen.length));
    onDone();
  };
  return (
    <Modal
      tall
      title={words.title(messages.length)}
      closeLabel={texts.message.close}
      initialFocus={field}
      finalFocus={finalFocus}
      onClose={onClose}
    >
      {!begun && (
        <TextField
          ref={field}
          label={words.search}
          hint={words.most(MOST_TARGETS)}
          autoComplete="off"
          dir="auto"
          value={sought}
          onChange={({ target }) => {
            setSought(target.value);
          }}
        />
      )}
      <ul className={styles.targets} aria-label={words.targets}>
        {found.map((each) => (
          <Target
            key={each.id}
            conversation={each}
            progress={progress.get(each.id)}
            chosen={chosen.includes(each.id)}
            disabled={begun || (full && !chosen.includes(each.id))}
            onToggle={() => {
              setChosen(
                chosen.includes(each.id) ? chosen.filter((id) => id !== each.id) : [...chosen, each.id],
              );
            }}
          />
        ))}
      </ul>
      {found.length === 0 && <p role="status">{texts.search.none}</p>}
      {!begun && list.hasNextPage && (
        <Button look="quiet" onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      <div className={styles.buttons}>
        <Button
          aria-disabled={sending || chosen.length === 0}
          onClick={() => {
            if (!sending && chosen.length > 0) void send();
          }}
        >
          {sending ? words.sending : begun ? texts.app.tryAgain : words.send(chosen.length)}
        </Button>
      </div>
    </Modal>
  );
}

interface TargetProps {
  conversation: Conversation;
  progress: Progress | undefined;
  chosen: boolean;
  disabled: boolean;
  onToggle: () => void;
}

function Target({ conversation, progress, chosen, disabled, onToggle }: TargetProps) {
  const { ownId } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.forward;
  const title = titleOf(conversation, ownId) ?? language.texts.conversations.unnamed;
  const state =
    progress === undefined
      ? undefined
      : typeof progress === 'object'
        ? `${words.failed} ${problemText(progress.failed, language)}`
        : words[progress];
  return (
    <li>
      <label className={styles.target}>
        <input type="checkbox" checked={chosen} disabled={disabled} onChange={onToggle} />
        <Avatar small id={faceOf(conversation, ownId)} name={title} />
        <span className={styles.name}>
          <bdi translate="no">{title}</bdi>
        </span>
        {state !== undefined && (
          <span role="status" className={styles.state}>
            {state}
          </span>
        )}
      </label>
    </li>
  );
}
