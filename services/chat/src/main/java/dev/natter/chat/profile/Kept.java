package dev.natter.chat.profile;

/** What became of a profile that was to be kept. */
enum Kept {
    /** Nobody by this id was known before. */
    NEW,
    /** The name is another one than before. */
    RENAMED,
    /** As known already, or older than what is known. */
    UNCHANGED
}
