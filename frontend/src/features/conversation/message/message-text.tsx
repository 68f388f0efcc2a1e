import { memo } from 'react';
import { isEmojiAlone } from './emoji-alone';
import type { Block } from '../formatting/blocks';
import { blocksIn } from '../formatting/blocks';
import { CodeBlock } from '../formatting/code-block';
import styles from '../formatting/formatted.module.css';
import { Inlines } from '../formatting/inline-text';

/** The text of a message, formatted as people type it, in which addresses can be followed; a few emoji alone are large. */
export const MessageText = memo(function MessageText({ text }: { text: string }) {
  if (isEmojiAlone(text)) return <span className={styles.emojitext}>{text}</span>;
  return blocksIn(text).map((block, at) => <Lines key={at} block={block} />);
});

function Lines({ block }: { block: Block }) {
  switch (block.kind) {
    case 'text':
      return <Inlines inlines={block.inlines} />;
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <Inlines inlines={block.inlines} />
        </blockquote>
      );
    case 'code':
      return <CodeBlock text={block.text} />;
    case 'list': {
      const items = block.items.map((inlines, at) => (
        <li key={at}>
          <Inlines inlines={inlines} />
        </li>
      ));
      return block.start === undefined ? (
        <ul className={styles.bullets}>{items}</ul>
      ) : (
        <ol className={styles.numbers} start={block.start}>
          {items}
        </ol>
      );
    }
  }
}
