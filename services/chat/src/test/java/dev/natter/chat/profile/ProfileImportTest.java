package dev.natter.chat.profile;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.profile.ImportProgressRepository.ImportProgress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProfileImportTest {

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryProgress progress = new InMemoryProgress();
    private final StubDirectory directory = new StubDirectory().with("a", "b", "c", "d", "e");
    private final ProfileImport profileImport = profileImport(false);

    @Test
    void importsEveryonePageByPage() {
        get(profileImport.run());

        assertThat(directory.asked()).containsExactly("after null", "after b", "after d");
        assertThat(profiles.get("e")).isNotNull();
    }

    @Test
    void isDoneOnceWhicheverReplicaDoesIt() {
        get(profileImport.run());
        get(profileImport.run());
        get(profileImport(false).run());

        assertThat(directory.asked()).hasSize(3);
    }

    @Test
    void resumesWhereItWasInterrupted() {
        get(progress.save(ImportProgress.reached("b")));

        get(profileImport.run());

        assertThat(directory.asked()).containsExactly("after b", "after d");
    }

    @Test
    void keepsANewerName() {
        get(profiles.keep(Profile.of("a", "Renamed", Instant.EPOCH, 2)));

        get(profileImport.run());

        assertThat(profiles.get("a").name()).isEqualTo("Renamed");
    }

    @Test
    void isRetriedWhileTheUserServiceIsUnavailable() {
        directory.away(true);
        get(profileImport.run());
        directory.away(false);

        get(profileImport.run());
        get(profileImport.run());

        assertThat(directory.asked()).containsExactly("after null", "after null", "after b", "after d");
    }

    @Test
    void isRepeatedFromTheBeginningOnceWhenConfigured() {
        get(profileImport.run());
        directory.asked().clear();
        var again = profileImport(true);

        get(again.run());
        get(again.run());

        assertThat(directory.asked()).containsExactly("after null", "after b", "after d");
    }

    private ProfileImport profileImport(boolean rebuild) {
        return new ProfileImport(directory, profiles, progress, new ProfileConfig() {
            @Override
            public boolean rebuild() {
                return rebuild;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration fillRetry() {
                return Duration.ofSeconds(1);
            }
        });
    }

    @Vetoed
    private static final class InMemoryProgress extends ImportProgressRepository {

        private ImportProgress progress = ImportProgress.START;

        InMemoryProgress() {
            super(null);
        }

        @Override
        Uni<ImportProgress> current() {
            return Uni.createFrom().item(() -> progress);
        }

        @Override
        Uni<Void> save(ImportProgress now) {
            return Uni.createFrom().voidItem().invoke(() -> progress = now);
        }
    }
}
