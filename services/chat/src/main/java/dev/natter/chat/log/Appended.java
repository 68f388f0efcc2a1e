package dev.natter.chat.log;

/** How an append ended well; either way the entry is in the log, once. */
public sealed interface Appended {

    /** The one entry in the log. */
    Entry entry();

    /** It is new: appended now. */
    record Stored(Entry entry) implements Appended {}

    /** The sender had appended it before; this is the first one, whatever the repeat says. */
    record AlreadyStored(Entry entry) implements Appended {}
}
