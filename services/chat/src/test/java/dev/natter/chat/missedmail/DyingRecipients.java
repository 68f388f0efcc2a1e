package dev.natter.chat.missedmail;

import dev.natter.chat.profile.MissedMailRecipients;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Dies before it can end a claim. */
record DyingRecipients(MissedMailRecipients store) implements MissedMailRecipients {

    @Override
    public Uni<List<Due>> due(Instant now, int limit) {
        return store.due(now, limit);
    }

    @Override
    public Uni<Void> postpone(Map<String, Instant> until, Instant now) {
        return store.postpone(until, now);
    }

    @Override
    public Uni<Claimed> claim(String userId, Instant now, Instant until) {
        return store.claim(userId, now, until);
    }

    @Override
    public Uni<Void> release(Claimed claimed, Instant next, Instant mailedUpTo) {
        return Uni.createFrom().failure(new IllegalStateException("died"));
    }
}
