package dev.natter.chat.presence;

/** Another replica, as this one knows it. Not thread-safe; {@link Books} is its lock. */
final class Peer {

    private static final long UNKNOWN = -1;

    private final String id;
    private long aliveUntil;
    private long knows;
    private long lateUntil;
    private boolean silent;
    private long runFrom = UNKNOWN;
    private long runTo = UNKNOWN;

    Peer(String id, long knows) {
        this.id = id;
        this.knows = knows;
    }

    String id() {
        return id;
    }

    void aliveUntil(long until) {
        aliveUntil = Math.max(aliveUntil, until);
    }

    boolean isGone(long now) {
        return aliveUntil < now;
    }

    /** It did not answer when we joined: dead, or we cannot be sure what it knows and we do not. */
    void silent(boolean isSilent) {
        silent = isSilent;
    }

    boolean isSilent() {
        return silent;
    }

    /** The latest of our moves that it has confirmed to know, with all before. */
    long knows() {
        return knows;
    }

    void confirms(long number) {
        knows = Math.max(knows, number);
    }

    /** Nobody waits for it until it knows our move {@code number}. */
    void late(long number) {
        lateUntil = number;
    }

    boolean isLate() {
        return knows < lateUntil;
    }

    /** We have heard its move {@code number}; false when we must have missed one before. */
    boolean moved(long number) {
        var gapless = runTo == UNKNOWN || number <= runTo + 1;
        if (!gapless || runTo == UNKNOWN) {
            runFrom = number;
        }
        runTo = gapless ? Math.max(runTo, number) : number;
        return gapless;
    }

    /** It says that its latest move is {@code number}; false when we have missed that. */
    boolean hasMoved(long number) {
        return runTo == UNKNOWN || number <= runTo;
    }

    /** We may have missed any of its moves. */
    void unhear() {
        runFrom = UNKNOWN;
        runTo = UNKNOWN;
    }

    /** We know its moves up to {@code number} from a snapshot; false when a move between them and those we heard is missing. */
    boolean catchUp(long number) {
        if (runTo != UNKNOWN && runFrom > number + 1) {
            return false;
        }
        runTo = Math.max(runTo, number);
        return true;
    }

    /** Its latest move that we know with all before it; negative when we cannot tell. */
    long heard() {
        return runTo;
    }
}
