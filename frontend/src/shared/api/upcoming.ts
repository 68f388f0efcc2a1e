import type { components } from './generated/chat';
import type { UpcomingMessagePaths } from './upcoming-messages';

type Conversation = components['schemas']['Conversation'];
type Role = components['schemas']['Member']['role'];

interface Answer<Content> {
  headers: Record<string, unknown>;
  content: { 'application/json': Content };
}

interface Get<Query, Content> {
  parameters: Query extends undefined
    ? { query?: never; header?: never; path?: never; cookie?: never }
    : { query: Query; header?: never; path?: never; cookie?: never };
  requestBody?: never;
  responses: { 200: Answer<Content> };
}

interface None {
  headers: Record<string, unknown>;
  content?: never;
}

interface Send<Path, Body, Content = never> {
  parameters: Path extends undefined
    ? { query?: never; header?: never; path?: never; cookie?: never }
    : { query?: never; header?: never; path: Path; cookie?: never };
  requestBody: { content: { 'application/json': Body } };
  responses: { 200: Answer<Content> };
}

interface Do<Path> {
  parameters: { query?: never; header?: never; path: Path; cookie?: never };
  requestBody?: never;
  responses: { 204: None };
}

export type Reason = 'spam' | 'abuse' | 'other';

/** Calls of the contract that the services' documents do not describe yet. */
export interface UpcomingPaths extends UpcomingMessagePaths {
  '/api/v1/users/me/export': { get: Get<undefined, Blob> };
  '/api/v1/reports': {
    post: Send<undefined, { userId: string; messageId?: string; reason: Reason; text?: string }>;
  };
  '/api/v1/conversations/{conversationId}': {
    patch: Send<{ conversationId: string }, { title: string }, Conversation>;
  };
  '/api/v1/conversations/{conversationId}/members': {
    post: Send<{ conversationId: string }, { userIds: string[] }, Conversation>;
  };
  '/api/v1/conversations/{conversationId}/members/{userId}': {
    delete: Do<{ conversationId: string; userId: string }>;
  };
  '/api/v1/conversations/{conversationId}/members/{userId}/role': {
    put: Send<{ conversationId: string; userId: string }, { role: Role }, Conversation>;
  };
}
