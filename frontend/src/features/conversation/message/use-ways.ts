import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { Problem } from '@/shared/api/problem';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import type { ActsTarget } from '../actions/message-acts';
import type { MessageWays } from './message-ways';
import type { OpenConversation } from '../store/open-conversations';

interface Ends {
  jump: (seq: number) => Promise<void>;
  openImage: (imageId: string) => void;
  setTarget: (target: ActsTarget) => void;
}

/** What the rows are given once and for all, joined with what it leads to now. */
export function useWays({ store, actions }: OpenConversation, ends: Ends): MessageWays {
  const { toasts } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.reactions;
  const latest = useRef(ends);
  useLayoutEffect(() => {
    latest.current = ends;
  });
  const onFailed = useEffectEvent((reason: unknown) => {
    const full = reason instanceof Problem && reason.code === 'too_many_reactions';
    toasts.fail(full ? words.tooMany : `${words.failed} ${problemText(reason, language)}`);
  });
  useEffect(
    () =>
      actions.reactions.onFailed((reason) => {
        onFailed(reason);
      }),
    [actions],
  );
  const [ways] = useState<MessageWays>(() => ({
    reactions: actions.reactions,
    openImage: (imageId) => {
      latest.current.openImage(imageId);
    },
    retry: (id) => {
      store.retry(id);
    },
    discard: (id) => {
      store.discard(id);
    },
    openMenu: (message, anchor) => {
      latest.current.setTarget({ kind: 'menu', messages: [message], anchor });
    },
    openReactors: (message, anchor) => {
      latest.current.setTarget({ kind: 'reactors', messages: [message], anchor });
    },
    jump: ({ seq }) => void latest.current.jump(seq),
  }));
  return ways;
}
