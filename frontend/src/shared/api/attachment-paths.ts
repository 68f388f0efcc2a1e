import type { paths } from './generated/chat';

/** The calls of files and voice messages, until the service's own document has them. */
type Posted<Body, Answer> = {
  post: Omit<paths['/api/v1/images']['post'], 'requestBody' | 'responses'> & {
    requestBody: { content: { 'application/json': Body } };
    responses: { 201: { headers: Record<string, unknown>; content: { 'application/json': Answer } } };
  };
};
type Upload = paths['/api/v1/images']['post']['responses'][201]['content']['application/json']['upload'];
type Shown<Name extends string> = {
  get: Omit<paths['/api/v1/images/{imageId}']['get'], 'parameters'> & {
    parameters: { path: Record<Name, string> };
  };
};

export interface AttachmentPaths {
  '/api/v1/files': Posted<
    { name: string; contentType: string; bytes: number },
    {
      fileId: string;
      upload: Upload;
      multipart: { parts: { number: number; url: string; from: number; bytes: number }[] } | null;
    }
  >;
  '/api/v1/files/{fileId}': Shown<'fileId'>;
  '/api/v1/files/{fileId}/complete': {
    post: {
      parameters: { path: { fileId: string } };
      responses: { 204: { headers: Record<string, unknown>; content?: never } };
    };
  };
  '/api/v1/voice': Posted<
    { contentType: string; bytes: number; durationMs: number; waveform: number[] },
    { voiceId: string; upload: Upload }
  >;
  '/api/v1/voice/{voiceId}': Shown<'voiceId'>;
}
