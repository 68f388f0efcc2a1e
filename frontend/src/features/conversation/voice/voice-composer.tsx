import type { ReactElement } from 'react';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '@/shared/api/model';
import type { OpenConversation } from '../store/open-conversations';
import { useOpenConversations } from '../store/open-conversations';
import type { OutgoingVoice } from '../store/timeline';
import { MicrophoneDialog, RecordingBar } from './lazy';
import { RecordButton } from './record-button';
import type { MicrophoneTrouble } from './voice-draft';
import { NoMicrophone } from './voice-draft';

interface VoiceComposerProps {
  conversation: Conversation;
  open: OpenConversation;
  onSend: (voice: OutgoingVoice) => void;
  /** Where one writes, with a button that begins a recording. */
  children: (record: ReactElement) => ReactElement;
}

/** Where one writes, or, while there is a recording, what one does with that. */
export function VoiceComposer({ conversation, open, onSend, children }: VoiceComposerProps) {
  const { voice } = open;
  const { player } = useOpenConversations();
  const recording = useSyncExternalStore(voice.subscribe, voice.getSnapshot);
  const [dialog, setDialog] = useState<'explain' | MicrophoneTrouble>();
  useEffect(
    () => () => {
      // The microphone is let go; what was recorded waits here.
      void voice.finish().catch(() => undefined);
    },
    [voice],
  );
  const begin = async () => {
    player.pause();
    try {
      await voice.begin();
    } catch (reason) {
      setDialog(reason instanceof NoMicrophone ? reason.trouble : 'unsupported');
    }
  };
  const record = async () => {
    const permission = await microphonePermission();
    if (permission === 'granted') await begin();
    else setDialog(permission === 'denied' ? 'denied' : 'explain');
  };
  const send = async () => {
    const clip = await voice.take();
    if (clip !== undefined) onSend({ kind: 'voice', ...clip, progress: 0, id: undefined });
  };
  const shown =
    recording === undefined ? (
      children(
        <RecordButton
          onRecord={() => void record()}
          onRelease={() => void send()}
          onCancel={() => {
            voice.discard();
          }}
        />,
      )
    ) : (
      <Suspense>
        <RecordingBar {...{ conversation, open, recording }} onSend={() => void send()} />
      </Suspense>
    );
  return (
    <>
      {shown}
      {dialog !== undefined && (
        <Suspense>
          <MicrophoneDialog
            about={dialog}
            onAllow={() => {
              setDialog(undefined);
              void begin();
            }}
            onClose={() => {
              setDialog(undefined);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** Whether the browser would ask; not all say so. */
async function microphonePermission(): Promise<PermissionState> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state;
  } catch {
    return 'prompt';
  }
}
