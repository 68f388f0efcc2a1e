/**
 * The log of a conversation: append-only, numbered 1, 2, 3 … without holes, the truth about everything that happened in it.
 *
 * <p>Inserting the entry with the next number allocates the number, stores the entry and detects a repeat, in one command;
 * the unique indexes decide between replicas. {@link dev.natter.chat.log.Log} appends and finds, {@link
 * dev.natter.chat.log.EntryResource} serves what a client has missed. An entry is never changed or removed.
 */
@NullMarked
package dev.natter.chat.log;

import org.jspecify.annotations.NullMarked;
