import type { components } from './generated/chat';

interface Answered<Status extends number, Content> {
  responses: Record<Status, { headers: Record<string, unknown>; content: Content }>;
}

interface Asked<Path, Body = never> {
  parameters: { query?: never; header?: never; path: Path; cookie?: never };
  requestBody?: [Body] extends [never] ? never : { content: { 'application/json': Body } };
}

type Message = { 'application/json': components['schemas']['Message'] };
type OfMessage = { conversationId: string; messageId: string };
type OfReaction = OfMessage & { emoji: string };

/** Calls of the contract that the chat service's document does not describe yet. */
export interface UpcomingMessagePaths {
  '/api/v1/conversations/{conversationId}/messages/{messageId}': {
    patch: Asked<OfMessage, { text: string }> & Answered<200, Message>;
    delete: Asked<OfMessage> & Answered<204, undefined>;
  };
  '/api/v1/conversations/{conversationId}/messages/{messageId}/reactions/{emoji}': {
    put: Asked<OfReaction> & Answered<204, undefined>;
    delete: Asked<OfReaction> & Answered<204, undefined>;
  };
}
