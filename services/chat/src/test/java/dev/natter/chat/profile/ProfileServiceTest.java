package dev.natter.chat.profile;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.web.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileServiceTest {

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final StubDirectory directory = new StubDirectory().with("ada", "bob");
    private final ProfileService service = profiles.service(directory);

    @Test
    void asksForThoseAloneWhoAreNotKnownAndRemembersThem() {
        get(service.find(List.of("ada")));

        var found = get(service.find(List.of("ada", "bob", "unknown")));

        assertThat(found).containsOnlyKeys("ada", "bob");
        assertThat(directory.asked()).containsExactly("ada", "bob,unknown");
        assertThat(profiles.get("bob")).isNotNull();
    }

    @Test
    void doesNotTurnANameBack() {
        get(profiles.keep(Profile.of("ada", "Countess", Instant.EPOCH, 7)));

        assertThat(get(service.find(List.of("ada"))).get("ada").name()).isEqualTo("Countess");
        assertThat(directory.asked()).isEmpty();
    }

    @Test
    void wouldRatherNotAnswerThanBeWrong() {
        directory.away(true);

        assertThat(failure(service.find(List.of("ada")))).isInstanceOf(ApiException.class);
    }

    @Test
    void showsTheNamesItHasWhenTheUserServiceIsAway() {
        get(service.find(List.of("ada")));
        directory.away(true);

        assertThat(get(service.names(List.of("ada", "bob", "ada"))))
                .containsOnly(Map.entry("ada", "Name of ada"), Map.entry("bob", "Unknown"));
    }
}
