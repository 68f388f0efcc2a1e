package dev.natter.chat.profile;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.RecordingDelivery.Told;
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
    void keepsSomebodyNewWithoutAWord() {
        keep("Ada", 1);

        assertThat(profiles.get("ada").name()).isEqualTo("Ada");
        assertThat(delivery.told()).isEmpty();
    }

    @Test
    void tellsCompanionsAndTheUsersOwnDevicesOfAnotherName() {
        keep("Ada", 1);

        keep("Countess", 2);

        var frame = frame("Countess");
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
    void ignoresWhatComesTooLate() {
        keep("Ada", 1);
        keep("Countess", 3);

        keep("Augusta", 2);

        assertThat(profiles.get("ada").name()).isEqualTo("Countess");
        assertThat(delivery.told()).hasSize(2);
    }

    @Test
    void tellsAgainWhatComesTwiceBecauseItMayNotHaveBeenTold() {
        keep("Ada", 1);
        var brokeDown = service(userId -> Uni.createFrom().failure(new IOException()));
        failure(brokeDown.keep(Profile.of("ada", "Countess", LONG_AGO, 2)));
        assertThat(delivery.told()).isEmpty();

        keep("Countess", 2);

        assertThat(delivery.told()).extracting(Told::frame).contains(frame("Countess"));
    }

    @Test
    void theLatestNameIsToldLastWhenOneOvertakesTheOther() {
        keep("Ada", 1);
        var overtaken = new AtomicBoolean();
        var slow = service(userId -> Uni.createFrom()
                .item(Set.of("bob"))
                .call(() -> overtaken.getAndSet(true)
                        ? Uni.createFrom().voidItem()
                        : service.keep(Profile.of("ada", "Augusta", LONG_AGO, 3))));

        get(slow.keep(Profile.of("ada", "Countess", LONG_AGO, 2)));

        assertThat(delivery.told()).extracting(Told::frame).contains(frame("Countess"));
        assertThat(delivery.told()).last().extracting(Told::frame).isEqualTo(frame("Augusta"));
    }

    @Test
    void isRightWhenTheBeginningWasMissed() {
        keep("Countess", 3);

        assertThat(profiles.get("ada").name()).isEqualTo("Countess");
    }

    private ProfileService service(Contacts contacts) {
        return profiles.service(new StubDirectory(), contacts, broker, delivery);
    }

    private static ProfileFrame frame(String name) {
        return new ProfileFrame(new UserView("ada", name, LONG_AGO, null, null));
    }

    private void keep(String name, long version) {
        get(service.keep(Profile.of("ada", name, LONG_AGO, version)));
    }
}
