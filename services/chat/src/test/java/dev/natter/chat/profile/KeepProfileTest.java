package dev.natter.chat.profile;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.RecordingDelivery.Delivered;
import dev.natter.chat.delivery.FakeBroker;
import dev.natter.chat.profile.ProfileService.Contacts;
import dev.natter.chat.profile.ProfileService.ProfileFrame;
import dev.natter.chat.profile.ProfileService.UserView;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class KeepProfileTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05.678Z");

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final FakeBroker broker = new FakeBroker();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final ProfileService service = service(userId -> Uni.createFrom().item(Set.of("bob", "carol")));

    @Test
    void keepsANewUserWithoutAFrame() {
        keep("Ada", 1);

        assertThat(profiles.get("ada").name()).isEqualTo("Ada");
        assertThat(delivery.delivered()).isEmpty();
    }

    @Test
    void publishesAnotherNameToContactsAndOwnDevices() {
        keep("Ada", 1);

        keep("Countess", 2);

        var frame = frame("Countess", 2);
        assertThat(delivery.delivered())
                .containsExactly(
                        new Delivered(Set.of("bob", "carol"), frame, null), new Delivered(Set.of("ada"), frame, null));
    }

    @Test
    void saysNothingWhenTheNameIsTheSame() {
        keep("Ada", 1);

        keep("Ada", 2);

        assertThat(delivery.delivered()).isEmpty();
        assertThat(profiles.get("ada").version()).isEqualTo(2);
    }

    @Test
    void ignoresWhatComesTooLate() {
        keep("Ada", 1);
        keep("Countess", 3);

        keep("Augusta", 2);

        assertThat(profiles.get("ada").name()).isEqualTo("Countess");
        assertThat(delivery.delivered()).hasSize(2);
    }

    @Test
    void deliversARepeatedProfileAgainBecauseTheFirstDeliveryMayHaveFailed() {
        keep("Ada", 1);
        var brokeDown = service(userId -> Uni.createFrom().failure(new IOException()));
        failure(brokeDown.keep(Profile.of("ada", "Countess", LONG_AGO, 2)));
        assertThat(delivery.delivered()).isEmpty();

        keep("Countess", 2);

        assertThat(delivery.delivered()).extracting(Delivered::frame).contains(frame("Countess", 2));
    }

    @Test
    void deliversTheLatestNameLastWhenOneOvertakesTheOther() {
        keep("Ada", 1);
        var overtaken = new AtomicBoolean();
        var slow = service(userId -> Uni.createFrom()
                .item(Set.of("bob"))
                .call(() -> overtaken.getAndSet(true)
                        ? Uni.createFrom().voidItem()
                        : service.keep(Profile.of("ada", "Augusta", LONG_AGO, 3))));

        get(slow.keep(Profile.of("ada", "Countess", LONG_AGO, 2)));

        assertThat(delivery.delivered()).extracting(Delivered::frame).contains(frame("Countess", 2));
        assertThat(delivery.delivered()).last().extracting(Delivered::frame).isEqualTo(frame("Augusta", 3));
    }

    @Test
    void isRightWhenTheBeginningWasMissed() {
        keep("Countess", 3);

        assertThat(profiles.get("ada").name()).isEqualTo("Countess");
    }

    private ProfileService service(Contacts contacts) {
        return profiles.service(new StubDirectory(), contacts, broker, delivery);
    }

    private static ProfileFrame frame(String name, long version) {
        return new ProfileFrame(new UserView("ada", name, LONG_AGO, null, null), version);
    }

    private void keep(String name, long version) {
        get(service.keep(Profile.of("ada", name, LONG_AGO, version)));
    }
}
