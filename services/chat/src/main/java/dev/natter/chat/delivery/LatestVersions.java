package dev.natter.chat.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.natter.events.DeliveryEvent.Version;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Drops frames that were overtaken. Two replicas that publish two versions of the same subject reach a third, or each other,
 * in any order; without this, the connections there would be left with the earlier version. As far as the latest versions are
 * remembered: of {@value #MAX_SUBJECTS} subjects.
 */
@ApplicationScoped
public class LatestVersions {

    private static final int MAX_SUBJECTS = 20_000;

    private final Cache<String, Long> versions = Caffeine.newBuilder()
            .maximumSize(MAX_SUBJECTS)
            .executor(Runnable::run)
            .build();

    /** False when a later version has passed. From now on none before this one passes. */
    public boolean admit(Version version) {
        return pass(version, () -> {});
    }

    /** Runs {@code delivery} unless a later version has passed. It runs under a lock of the subject and must not block. */
    boolean pass(Version version, Runnable delivery) {
        var latest = versions.asMap().compute(version.subject(), (subject, known) -> {
            if (known != null && known > version.number()) {
                return known;
            }
            delivery.run();
            return version.number();
        });
        return latest == version.number();
    }
}
