/**
 * The log of a conversation: append-only, numbered 1, 2, 3 … without holes. Inserting the entry with the next number
 * allocates the number, stores the entry and detects a repeat, in one command; the unique indexes decide between replicas.
 *
 * <p>Entry points: {@link dev.natter.chat.log.ConversationLog} appends, {@link dev.natter.chat.log.ReadLog} reads.
 */
@NullMarked
package dev.natter.chat.log;

import org.jspecify.annotations.NullMarked;
