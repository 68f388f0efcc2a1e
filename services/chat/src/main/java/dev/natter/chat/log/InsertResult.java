package dev.natter.chat.log;

/** What became of one entry of an insert. */
sealed interface InsertResult {

    /** It is in the log. */
    record Stored() implements InsertResult {}

    /** Another entry has its number. */
    record NumberTaken() implements InsertResult {}

    /** Its sender has appended an entry under its idempotency key before. */
    record Repeated() implements InsertResult {}

    /** It is not in the log: the store was not reached, or refused it, or it stood behind one that was refused. */
    record NotStored(Throwable cause) implements InsertResult {}

    /** The command was sent, but its outcome is lost. */
    record Unknown(Throwable cause) implements InsertResult {}
}
