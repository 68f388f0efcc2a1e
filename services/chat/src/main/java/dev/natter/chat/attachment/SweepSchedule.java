package dev.natter.chat.attachment;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sweeps now and then, on every replica; what fails is done next time. */
@ApplicationScoped
class SweepSchedule {

    private final SweepImages sweepImages;

    SweepSchedule(SweepImages sweepImages) {
        this.sweepImages = sweepImages;
    }

    @Scheduled(
            identity = "image-sweep",
            every = "${natter.image.sweep}",
            delayed = "${natter.image.sweep}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweepImages
                .handle()
                .invoke(gone -> Log.debugf("%d unused images and uploads are gone", gone))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warnf("unused images cannot be swept: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
