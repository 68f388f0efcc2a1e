package dev.natter.chat.log;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Counts messages in many logs, for use inside the service: answers for any log, without a check. */
public interface MissedMessages {

    /**
     * By conversation, the messages of others above these positions that the reader can see and that are not deleted; logs
     * without any are absent. Of the entries there, the first {@value #MAX_COUNTED} of all logs together are looked at.
     *
     * @param ignored senders whose messages do not count
     */
    Uni<Map<String, Missed>> count(String readerId, Collection<String> ignored, Map<String, Long> positions);

    int MAX_COUNTED = 20_000;

    /**
     * What a user has missed in one conversation.
     *
     * @param newestAt when the newest of these messages was sent
     */
    record Missed(long count, Instant newestAt) {}
}
