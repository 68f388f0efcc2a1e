import type { components } from './generated/chat';

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

/** Calls of the contract that the services' documents do not describe yet. */
export interface UpcomingPaths {
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
