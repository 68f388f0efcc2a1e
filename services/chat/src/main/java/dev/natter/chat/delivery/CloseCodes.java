package dev.natter.chat.delivery;

/** Why this server closes a connection. */
public final class CloseCodes {

    /** A message is larger than is taken. */
    public static final int TOO_BIG = 1009;

    /** This replica stops; another one is there. */
    public static final int RESTART = 1012;

    /** The token has expired, or its session is over. */
    public static final int SIGNED_OUT = 4401;

    /** Nothing was heard of the peer for too long. */
    public static final int SILENT = 4408;

    /** The peer does not take its frames; it can fetch them with {@code after=}. */
    public static final int SLOW = 4413;

    /** Too many frames, or too many connections. */
    public static final int TOO_MANY = 4429;

    private CloseCodes() {}
}
