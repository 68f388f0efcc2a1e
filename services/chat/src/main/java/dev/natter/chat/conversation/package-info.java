/**
 * Conversations: who is in them, and what they look like to each member. Never hands out a conversation to anyone else.
 *
 * <p>Entry point: {@link dev.natter.chat.conversation.ConversationAccess}. Features above implement the ports that show a
 * conversation whole: {@link dev.natter.chat.conversation.MessageQueries}, {@link dev.natter.chat.conversation.Receipts}, {@link
 * dev.natter.chat.conversation.Presence}.
 */
@NullMarked
package dev.natter.chat.conversation;

import org.jspecify.annotations.NullMarked;
