package dev.natter.chat.profile;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindProfilesTest {

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final StubDirectory directory = new StubDirectory().with("ada", "bob");
    private final FindProfiles findProfiles = profiles.finder(directory);
    private final ShowNames showNames = profiles.names(directory);

    @Test
    void asksForThoseAloneWhoAreNotKnownAndRemembersThem() {
        get(findProfiles.handle(List.of("ada")));

        var found = get(findProfiles.handle(List.of("ada", "bob", "nobody")));

        assertThat(found).containsOnlyKeys("ada", "bob");
        assertThat(directory.asked()).containsExactly("ada", "bob,nobody");
        assertThat(profiles.get("bob")).isNotNull();
    }

    @Test
    void doesNotTurnANameBack() {
        get(profiles.keep(new Profile("ada", "Countess", Instant.EPOCH, 7)));

        assertThat(get(findProfiles.handle(List.of("ada"))).get("ada").name()).isEqualTo("Countess");
        assertThat(directory.asked()).isEmpty();
    }

    @Test
    void wouldRatherNotAnswerThanBeWrong() {
        directory.away(true);

        assertThat(failure(findProfiles.handle(List.of("ada")))).isInstanceOf(Refusal.class);
    }

    @Test
    void showsTheNamesItHasWhenTheUserServiceIsAway() {
        get(findProfiles.handle(List.of("ada")));
        directory.away(true);

        assertThat(get(showNames.handle(List.of("ada", "bob", "ada"))))
                .containsOnly(Map.entry("ada", "Name of ada"), Map.entry("bob", "Unknown"));
    }
}
