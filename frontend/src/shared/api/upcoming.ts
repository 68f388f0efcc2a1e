import type { components } from './generated/chat';
import type { UpcomingMessagePaths } from './upcoming-messages';

type Conversation = components['schemas']['Conversation'];
type Mine = components['schemas']['Mine'];
type Role = components['schemas']['Member']['role'];

interface Answer<Content> {
  headers: Record<string, unknown>;
  content: { 'application/json': Content };
}

interface Call<Path, Body, Content> {
  parameters: { query?: never; header?: never; path: Path; cookie?: never };
  requestBody: { content: { 'application/json': Body } };
  responses: { 200: Answer<Content> };
}

export interface SearchHit {
  message: components['schemas']['Message'];
  conversationId: string;
  /** Ranges of `message.text` in UTF-16 code units, ascending and disjoint; the end is exclusive. */
  highlights: number[][];
}

interface Get<Query, Content> {
  parameters: { query: Query; header?: never; path?: never; cookie?: never };
  requestBody?: never;
  responses: { 200: Answer<Content> };
}

/** Calls of the contract that the services' documents do not describe yet. */
export interface UpcomingPaths extends UpcomingMessagePaths {
  '/api/v1/search/messages': {
    get: Get<
      { query: string; conversationId?: string; before?: string; limit?: number },
      { items: SearchHit[]; next: string | null }
    >;
  };
  '/api/v1/conversations/{conversationId}': {
    patch: Call<{ conversationId: string }, { title: string }, Conversation>;
  };
  '/api/v1/conversations/{conversationId}/members': {
    post: Call<{ conversationId: string }, { userIds: string[] }, Conversation>;
  };
  '/api/v1/conversations/{conversationId}/members/{userId}': {
    delete: Omit<Call<{ conversationId: string; userId: string }, never, undefined>, 'requestBody'>;
  };
  '/api/v1/conversations/{conversationId}/members/{userId}/role': {
    put: Call<{ conversationId: string; userId: string }, { role: Role }, Conversation>;
  };
  '/api/v1/conversations/{conversationId}/mine': {
    patch: Call<{ conversationId: string }, Partial<Mine>, Conversation>;
  };
}
