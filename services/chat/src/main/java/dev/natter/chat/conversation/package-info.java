/**
 * Conversations: who is in them, what they look like to each member, and the one door that checks membership.
 *
 * <p>Doors: {@link dev.natter.chat.conversation.ConversationAccess}, through which every other feature gets at a
 * conversation (strangers and unknown ids both end as 404), and the ports that features above implement so that a
 * conversation can be shown whole ({@link dev.natter.chat.conversation.Timeline},
 * {@link dev.natter.chat.conversation.Receipts}, {@link dev.natter.chat.conversation.Presence}). Never hands out a
 * conversation to anybody but its members.
 */
@NullMarked
package dev.natter.chat.conversation;

import org.jspecify.annotations.NullMarked;
