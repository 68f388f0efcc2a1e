package dev.natter.chat.profile;

/** What became of a profile that was to be kept. */
enum Kept {
    /** Nobody by this id was known before. */
    NEW,
    /** The name is another one than before. */
    RENAMED,
    /** This very version is kept already. Whoever kept it may have had no time to tell anybody. */
    REPEATED,
    /** The name is the same as before, or the version older than what is known. */
    UNCHANGED
}
