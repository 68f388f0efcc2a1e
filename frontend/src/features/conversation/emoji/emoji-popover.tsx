import { Popover, usePopoverStore } from '@ariakit/react';
import type { EmojiPickerListComponents, SkinTone } from 'frimousse';
import { EmojiPicker } from 'frimousse';
import { useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { local } from '@/shared/local/storage';
import { join } from '@/shared/ui/join';
import { useClosedByBack } from '@/shared/ui/overlays';
import { toastElements } from '@/shared/ui/toast-region';
import { emojiIn } from './emoji-data';
import styles from './emoji-popover.module.css';

const TONE = 'natter.skin-tone';
const COLUMNS = 8;
/** Shown in each skin tone. */
const SAMPLE = '✋';

/** The library counts rows and columns from 0, ARIA from 1. */
const PARTS: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...rest }) => (
    <div {...rest} className={styles.category}>
      {category.label}
    </div>
  ),
  Row: ({ children, ...rest }) => (
    <div {...rest} aria-rowindex={next(rest['aria-rowindex'])}>
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...rest }) => (
    <button
      type="button"
      {...rest}
      role="gridcell"
      aria-colindex={next(rest['aria-colindex'])}
      title={emoji.label}
      className={styles.emoji}
    >
      {emoji.emoji}
    </button>
  ),
};

function next(index: number | undefined): number | undefined {
  return index === undefined ? undefined : index + 1;
}

interface EmojiPopoverProps {
  /** What it stands at, and what has the focus afterwards. */
  anchor: HTMLElement;
  onChoose: (emoji: string) => void;
  onClose: () => void;
}

/** All emoji, by kind and by what one types; the skin tone is the same the next time. */
export function EmojiPopover({ anchor, onChoose, onClose }: EmojiPopoverProps) {
  const { texts } = useLanguage();
  const words = texts.emoji;
  const search = useRef<HTMLInputElement>(null);
  const [tone] = useState(() => (local.get(TONE) ?? 'none') as SkinTone);
  useClosedByBack(onClose);
  const store = usePopoverStore({
    open: true,
    placement: 'top-end',
    setOpen: (open) => {
      if (!open) onClose();
    },
  });
  return (
    <Popover
      store={store}
      modal
      portalElement={() => document.querySelector('main')}
      aria-label={words.title}
      className={styles.popover}
      gutter={4}
      getAnchorRect={() => anchor.getBoundingClientRect()}
      initialFocus={search}
      finalFocus={anchor}
      getPersistentElements={toastElements}
      unmountOnHide
    >
      <EmojiPicker.Root
        className={styles.picker}
        locale={texts.language}
        columns={COLUMNS}
        skinTone={tone}
        resolveEmojiData={emojiIn}
        onEmojiSelect={({ emoji }) => {
          onChoose(emoji);
        }}
      >
        <EmojiPicker.Search
          ref={search}
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          dir="auto"
          type="text"
        />
        <EmojiPicker.Viewport className={styles.viewport}>
          <EmojiPicker.Loading className={styles.status}>{words.loading}</EmojiPicker.Loading>
          <EmojiPicker.Empty className={styles.status}>{words.none}</EmojiPicker.Empty>
          <EmojiPicker.List aria-label={words.title} components={PARTS} />
        </EmojiPicker.Viewport>
        <EmojiPicker.SkinTone emoji={SAMPLE}>
          {({ skinTone, setSkinTone, skinToneVariations }) => (
            <div role="group" aria-label={words.tones} className={styles.tones}>
              {skinToneVariations.map((each) => (
                <button
                  key={each.skinTone}
                  type="button"
                  aria-label={words.tone[each.skinTone]}
                  title={words.tone[each.skinTone]}
                  aria-pressed={each.skinTone === skinTone}
                  className={join(styles.tone, each.skinTone === skinTone && styles.chosen)}
                  onClick={() => {
                    local.set(TONE, each.skinTone);
                    setSkinTone(each.skinTone);
                  }}
                >
                  {each.emoji}
                </button>
              ))}
            </div>
          )}
        </EmojiPicker.SkinTone>
      </EmojiPicker.Root>
    </Popover>
  );
}
