package dev.natter.chat.profile;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.RecordingDelivery.Told;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeepProfileTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05.678Z");

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final KeepProfile keepProfile =
            new KeepProfile(profiles, userId -> Uni.createFrom().item(Set.of("bob", "carol")), delivery);

    @Test
    void keepsSomebodyNewWithoutAWord() {
        keep("Ada", 1);

        assertThat(profiles.get("ada").name()).isEqualTo("Ada");
        assertThat(delivery.told()).isEmpty();
    }

    @Test
    void tellsCompanionsAndTheUsersOwnDevicesOfAnotherName() {
        keep("Ada", 1);

        keep("Countess", 2);

        var frame = new ProfileFrame(new UserView("ada", "Countess", LONG_AGO));
        assertThat(delivery.told())
                .containsExactly(new Told(Set.of("bob", "carol"), frame, null), new Told(Set.of("ada"), frame, null));
    }

    @Test
    void saysNothingWhenTheNameIsTheSame() {
        keep("Ada", 1);

        keep("Ada", 2);

        assertThat(delivery.told()).isEmpty();
        assertThat(profiles.get("ada").version()).isEqualTo(2);
    }

    @Test
    void ignoresWhatComesTwiceOrTooLate() {
        keep("Ada", 1);
        keep("Countess", 3);

        keep("Augusta", 2);
        keep("Countess", 3);

        assertThat(profiles.get("ada").name()).isEqualTo("Countess");
        assertThat(delivery.told()).hasSize(2);
    }

    @Test
    void isRightWhenTheBeginningWasMissed() {
        keep("Countess", 3);

        assertThat(profiles.get("ada").name()).isEqualTo("Countess");
    }

    private void keep(String name, long version) {
        get(keepProfile.handle(new Profile("ada", name, LONG_AGO, version)));
    }
}
