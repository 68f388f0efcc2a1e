import { memo } from 'react';
import { isEmojiAlone } from './emoji-alone';
import { linksIn } from './links';
import styles from './message-text.module.css';

/** What somebody wrote: text, in which addresses can be followed; a few emoji alone are large. */
export const MessageText = memo(function MessageText({ text }: { text: string }) {
  if (isEmojiAlone(text)) return <span className={styles.emojitext}>{text}</span>;
  return (
    <span className={styles.text}>
      {linksIn(text).map((part, at) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a key={at} href={part.href} target="_blank" rel="noopener noreferrer nofollow" title={part.href}>
            {part.text}
          </a>
        ),
      )}
    </span>
  );
});
