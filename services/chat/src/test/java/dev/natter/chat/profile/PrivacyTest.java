package dev.natter.chat.profile;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.events.UserEvent.Settings;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivacyTest {

    private int reads;
    private Runnable duringRead = () -> {};
    private final InMemoryProfiles profiles = new InMemoryProfiles() {
        @Override
        Uni<Map<String, Profile>> getAll(Collection<String> ids) {
            reads++;
            return super.getAll(ids).invoke(() -> duringRead.run());
        }
    };
    private final Privacy privacy = profiles.privacy();

    private boolean blocks() {
        return get(privacy.of(List.of("ada", "bob"))).blocks("ada", "bob");
    }

    @Test
    void bothWaysNothingIsShownThatOneHasSwitchedOff() {
        profiles.with("ada", new Settings(false, false, "off"));

        var visibility = get(privacy.of(List.of("ada", "bob", "cleo")));

        assertThat(visibility.showsRead("ada", "bob")).isFalse();
        assertThat(visibility.showsRead("bob", "ada")).isFalse();
        assertThat(visibility.showsRead("bob", "cleo")).isTrue();
        assertThat(visibility.showsRead("ada", "ada")).isTrue();
        assertThat(visibility.showsLastSeen("ada", "bob")).isFalse();
        assertThat(visibility.showsLastSeen("bob", "ada")).isFalse();
        assertThat(visibility.showsLastSeen("bob", "cleo")).isTrue();
    }

    @Test
    void whatIsKnownIsNotReadAgainUntilItChanges() {
        profiles.with("ada", Settings.DEFAULT).with("bob", Settings.DEFAULT);
        privacy.changed(BrokerState.ESTABLISHED);
        blocks();
        blocks();
        assertThat(reads).isEqualTo(1);

        profiles.blocking("ada", "bob");
        privacy.changed("ada");

        assertThat(blocks()).isTrue();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void withoutTheBrokerNothingIsTakenAsKnown() {
        profiles.with("ada", Settings.DEFAULT).with("bob", Settings.DEFAULT);
        privacy.changed(BrokerState.ESTABLISHED);
        privacy.changed(BrokerState.LOST);
        blocks();
        profiles.blocking("ada", "bob");

        assertThat(blocks()).isTrue();
    }

    @Test
    void whatWasMissedWithoutTheBrokerIsReadAgain() {
        profiles.with("ada", Settings.DEFAULT).with("bob", Settings.DEFAULT);
        privacy.changed(BrokerState.ESTABLISHED);
        blocks();
        privacy.changed(BrokerState.LOST);
        profiles.blocking("ada", "bob");
        privacy.changed(BrokerState.ESTABLISHED);

        assertThat(blocks()).isTrue();
    }

    @Test
    void whatIsReadWhileItChangesIsNotKept() {
        profiles.with("ada", Settings.DEFAULT).with("bob", Settings.DEFAULT);
        privacy.changed(BrokerState.ESTABLISHED);
        duringRead = () -> {
            profiles.blocking("ada", "bob");
            privacy.changed("ada");
        };
        blocks();

        duringRead = () -> {};
        assertThat(blocks()).isTrue();
    }

    @Test
    void oneWhoIsNotKnownShowsEverythingAndIsLookedUpAgain() {
        privacy.changed(BrokerState.ESTABLISHED);
        assertThat(blocks()).isFalse();

        profiles.blocking("ada", "bob");

        assertThat(blocks()).isTrue();
    }
}
