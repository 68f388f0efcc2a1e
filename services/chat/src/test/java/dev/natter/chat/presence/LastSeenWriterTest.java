package dev.natter.chat.presence;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastSeenWriterTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(1);

    private final InMemoryLastSeen store = new InMemoryLastSeen();
    private final LastSeenWriter lastSeen = new LastSeenWriter(store);

    @Test
    void areKnownBeforeTheyAreWritten() {
        store.seen.put("ada", NOON);

        lastSeen.note("ada", LATER);

        assertThat(get(lastSeen.of(List.of("ada", "unknown")))).isEqualTo(Map.of("ada", LATER));
    }

    @Test
    void onlyTheLatestIsWritten() {
        lastSeen.note("ada", LATER);
        lastSeen.note("ada", NOON);

        get(lastSeen.write());

        assertThat(store.seen).isEqualTo(Map.of("ada", LATER));
    }

    @Test
    void areKeptWhileTheStoreIsAway() {
        store.isUnavailable = true;
        lastSeen.note("ada", NOON);
        get(lastSeen.write());
        assertThat(store.seen).isEmpty();
        store.isUnavailable = false;

        get(lastSeen.write());

        assertThat(store.seen).isEqualTo(Map.of("ada", NOON));
    }
}
