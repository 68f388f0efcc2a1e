package dev.natter.chat.attachment.inspection;

/** What the formats have in common. */
final class Limits {

    /** The largest profiles in use, for printers' inks, have two to three megabytes. */
    private static final long MAX_PROFILE_BYTES = 4 << 20;

    private Limits() {}

    /** Rejects an image whose colour profile is too large to be one. */
    static void checkProfile(long bytes) {
        if (bytes > MAX_PROFILE_BYTES) {
            throw ImageRejection.MALFORMED.exception();
        }
    }
}
