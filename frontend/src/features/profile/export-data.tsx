import { useMutation } from '@tanstack/react-query';
import { Download, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { answer } from '@/shared/api/api';
import { Problem } from '@/shared/api/problem';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useLateFailure } from '@/shared/signed-in/use-late-failure';
import { Button } from '@/shared/ui/button';
import { ErrorLine } from '@/shared/ui/text-field';

/** Downloads everything that one has here, as one ZIP. The browser keeps it, not this page: large blobs are on disk. */
export function ExportData() {
  const { api } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.account;
  const sayLate = useLateFailure();
  const [received, setReceived] = useState(0);
  const running = useRef<AbortController>(undefined);
  const download = useMutation({
    mutationFn: async () => {
      const controller = new AbortController();
      running.current = controller;
      setReceived(0);
      try {
        const stream = await answer<unknown>(
          api.GET('/api/v1/users/me/export', {
            parseAs: 'stream',
            headers: { accept: 'application/zip' },
            signal: controller.signal,
          }),
        );
        return await whole(stream as ReadableStream<Uint8Array>, controller.signal, setReceived);
      } catch (reason) {
        if (controller.signal.aborted) return undefined;
        throw reason instanceof Problem ? reason : Problem.unreachable();
      }
    },
    onSuccess: (archive) => {
      if (archive !== undefined) save(archive);
    },
    onError: (reason) => {
      sayLate(words.exportFailed, reason);
    },
  });
  return (
    <>
      <Button
        look="outlined"
        onClick={() => {
          if (download.isPending) running.current?.abort();
          else download.mutate();
        }}
      >
        {download.isPending ? <X size={18} aria-hidden="true" /> : <Download size={18} aria-hidden="true" />}
        <span>
          {download.isPending ? words.cancelExport(language.formats.bytes(received)) : words.export}
        </span>
      </Button>
      <ErrorLine>
        {download.error === null
          ? undefined
          : `${words.exportFailed} ${problemText(download.error, language)}`}
      </ErrorLine>
    </>
  );
}

/** All of a stream; fails when it ends early. */
function whole(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Blob> {
  let received = 0;
  const counted = stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        received += chunk.byteLength;
        onProgress(received);
        controller.enqueue(chunk);
      },
    }),
    { signal },
  );
  return new Response(counted, { headers: { 'content-type': 'application/zip' } }).blob();
}

/** Has the browser keep a file. */
function save(archive: Blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(archive);
  link.download = 'natter-export.zip';
  link.click();
  // The browser reads it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
