package dev.natter.chat.profile;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fills the profiles after the start, and tries again until it has been done: services start in any order. */
@ApplicationScoped
class FillSchedule {

    private final FillProfiles fillProfiles;
    private final ProfileFills fills;
    private final AtomicBoolean rebuild;
    private final AtomicBoolean done = new AtomicBoolean();

    FillSchedule(FillProfiles fillProfiles, ProfileFills fills, ProfileConfig config) {
        this.fillProfiles = fillProfiles;
        this.fills = fills;
        this.rebuild = new AtomicBoolean(config.rebuild());
    }

    @Scheduled(
            identity = "profile-fill",
            every = "${natter.profile.fill-retry}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> fill() {
        if (done.get()) {
            return Uni.createFrom().voidItem();
        }
        return restartOnce()
                .chain(fillProfiles::handle)
                .invoke(() -> done.set(true))
                .onFailure()
                .invoke(failure -> Log.warnf("profiles cannot be filled yet: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> restartOnce() {
        return rebuild.get()
                ? fills.restart().invoke(() -> rebuild.set(false))
                : Uni.createFrom().voidItem();
    }
}
