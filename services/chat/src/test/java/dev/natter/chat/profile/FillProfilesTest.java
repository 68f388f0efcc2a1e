package dev.natter.chat.profile;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FillProfilesTest {

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryProfileFills fills = new InMemoryProfileFills();
    private final StubDirectory directory = new StubDirectory().with("a", "b", "c", "d", "e");
    private final FillProfiles fillProfiles = new FillProfiles(directory, profiles, fills);

    @Test
    void takesInEverybodyPageByPage() {
        get(fillProfiles.handle());

        assertThat(directory.asked()).containsExactly("after null", "after b", "after d");
        assertThat(profiles.get("e")).isNotNull();
    }

    @Test
    void isDoneOnce() {
        get(fillProfiles.handle());
        get(fillProfiles.handle());

        assertThat(directory.asked()).hasSize(3);
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        get(fills.reached("b"));

        get(fillProfiles.handle());

        assertThat(directory.asked()).containsExactly("after b", "after d");
    }

    @Test
    void failsWhileTheUserServiceIsAway() {
        directory.away(true);

        assertThat(failure(fillProfiles.handle())).isInstanceOf(Refusal.class);
    }

    @Test
    void doesNotTurnANameBack() {
        get(profiles.keep(new Profile("a", "Renamed", Instant.EPOCH, 2)));

        get(fillProfiles.handle());

        assertThat(profiles.get("a").name()).isEqualTo("Renamed");
    }

    @Test
    void isTriedAgainUntilItIsDone() {
        var schedule = schedule(false);
        directory.away(true);
        get(schedule.fill());
        directory.away(false);

        get(schedule.fill());
        get(schedule.fill());

        assertThat(directory.asked()).containsExactly("after null", "after null", "after b", "after d");
    }

    @Test
    void isDoneAgainFromTheBeginningWhenAskedTo() {
        get(fillProfiles.handle());
        directory.asked().clear();
        var schedule = schedule(true);

        get(schedule.fill());
        get(schedule.fill());

        assertThat(directory.asked()).containsExactly("after null", "after b", "after d");
    }

    private FillSchedule schedule(boolean rebuild) {
        return new FillSchedule(fillProfiles, fills, new ProfileConfig() {
            @Override
            public boolean rebuild() {
                return rebuild;
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration fillRetry() {
                return Duration.ofSeconds(1);
            }
        });
    }
}
