package dev.natter.chat.profile;

import dev.natter.events.UserEvent.MissedMailTo;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The users who want mails about missed messages, each with the time at which to look next whether one is due. A look claims
 * the user until a while later: of many replicas one looks, and after a crash another one does.
 */
public interface MissedMailRecipients {

    /**
     * A user at whom to look.
     *
     * @param knownSince when the account was created
     */
    record Due(String userId, Instant knownSince) {}

    /**
     * A user who is claimed.
     *
     * @param blocked whose messages do not count
     * @param mailedUpTo when the newest message that was mailed about was sent; long ago when none was
     * @param until when the claim ends
     */
    record Claimed(String userId, MissedMailTo to, Collection<String> blocked, Instant mailedUpTo, Instant until) {}

    /** Up to {@code limit} users at whom to look by now, those waiting longest first. */
    Uni<List<Due>> due(Instant now, int limit);

    /** Looks at these users at these times instead. */
    Uni<Void> postpone(Map<String, Instant> until, Instant now);

    /** Claims a user; null when it is not due any more, or wants no mails any more. */
    Uni<@Nullable Claimed> claim(String userId, Instant now, Instant until);

    /** Ends a claim, and looks at the user again at {@code next}. Changes nothing when the claim has ended. */
    Uni<Void> release(Claimed claimed, Instant next, Instant mailedUpTo);
}
