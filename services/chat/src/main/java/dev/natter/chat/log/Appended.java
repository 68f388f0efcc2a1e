package dev.natter.chat.log;

/**
 * The outcome of an append: the entry is in the log, once.
 *
 * @param isNew false when the sender had appended it before; then this is the first one, whatever the repeat says
 */
public record Appended(Entry entry, boolean isNew) {}
