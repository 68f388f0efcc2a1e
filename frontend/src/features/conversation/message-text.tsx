import { memo } from 'react';
import { isEmojiAlone } from './emoji-alone';
import type { TextPart } from './links';
import { linksIn } from './links';
import styles from './message-text.module.css';

/** What somebody wrote: text, in which addresses can be followed; a few emoji alone are large. */
export const MessageText = memo(function MessageText({ text }: { text: string }) {
  if (isEmojiAlone(text)) return <span className={styles.emojitext}>{text}</span>;
  return linksIn(text).map((part, at) =>
    part.href === undefined ? <span key={at}>{part.text}</span> : <FollowedLink key={at} {...part} />,
  );
});

/** An address is read from left to right, whatever stands around it; where it may mislead, its true host stands beside it. */
function FollowedLink({ text, href, host }: TextPart) {
  return (
    <>
      <a
        className={styles.link}
        dir="ltr"
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        title={href}
      >
        {text}
      </a>
      {host !== undefined && (
        <bdi className={styles.host} dir="ltr">
          {` (${host})`}
        </bdi>
      )}
    </>
  );
}
