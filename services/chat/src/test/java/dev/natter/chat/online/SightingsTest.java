package dev.natter.chat.online;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(1);

    private final InMemorySeenPeople store = new InMemorySeenPeople();
    private final Sightings sightings = new Sightings(store);

    @Test
    void areKnownBeforeTheyAreWritten() {
        store.seen.put("ada", NOON);

        sightings.note("ada", LATER);

        assertThat(get(sightings.of(List.of("ada", "nobody")))).isEqualTo(Map.of("ada", LATER));
    }

    @Test
    void onlyTheLatestIsWritten() {
        sightings.note("ada", LATER);
        sightings.note("ada", NOON);

        get(sightings.write());

        assertThat(store.seen).isEqualTo(Map.of("ada", LATER));
    }

    @Test
    void areKeptWhileTheStoreIsAway() {
        store.isAway = true;
        sightings.note("ada", NOON);
        get(sightings.write());
        assertThat(store.seen).isEmpty();
        store.isAway = false;

        get(sightings.write());

        assertThat(store.seen).isEqualTo(Map.of("ada", NOON));
    }
}
