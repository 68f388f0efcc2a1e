import { MicOff } from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { Lead, Notice } from '@/shared/ui/notice';
import type { MicrophoneTrouble } from './voice-draft';

interface MicrophoneDialogProps {
  about: 'explain' | MicrophoneTrouble;
  onAllow: () => void;
  onClose: () => void;
}

/** Says what the microphone is for, before the browser asks; or why there is none. */
export function MicrophoneDialog({ about, onAllow, onClose }: MicrophoneDialogProps) {
  const words = useLanguage().texts.voice;
  return (
    <Modal title={words.microphone} closeLabel={words.close} onClose={onClose}>
      {about === 'explain' ? (
        <>
          <Lead>{words.explain}</Lead>
          <Button onClick={onAllow}>{words.allow}</Button>
        </>
      ) : (
        <Notice art={<MicOff size={40} strokeWidth={1.25} aria-hidden="true" />}>
          <Lead>{words.troubles[about]}</Lead>
        </Notice>
      )}
    </Modal>
  );
}
