package dev.natter.chat.profile;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.natter.chat.profile.ImportProgressRepository.ImportProgress;
import dev.natter.web.Page;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Imports all profiles from the user service, once in the life of the database: page by page, resumed where it was
 * interrupted, retried until it is complete. Two replicas may import at the same time: the newer version of a profile wins.
 */
@ApplicationScoped
class ProfileImport {

    private final UserDirectory directory;
    private final ProfileRepository profiles;
    private final ImportProgressRepository progress;
    private final AtomicBoolean isToRestart;
    private final AtomicBoolean isComplete = new AtomicBoolean();

    ProfileImport(
            UserDirectory directory,
            ProfileRepository profiles,
            ImportProgressRepository progress,
            ProfileConfig config) {
        this.directory = directory;
        this.profiles = profiles;
        this.progress = progress;
        this.isToRestart = new AtomicBoolean(config.rebuild());
    }

    @Scheduled(identity = "profile-fill", every = "${natter.profile.fill-retry}", concurrentExecution = SKIP)
    Uni<Void> run() {
        if (isComplete.get()) {
            return Uni.createFrom().voidItem();
        }
        return restartOnce()
                .chain(this::importPages)
                .invoke(() -> isComplete.set(true))
                .onFailure()
                .invoke(failure -> Log.warnf("Profiles cannot be imported yet: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> restartOnce() {
        return isToRestart.get()
                ? progress.save(ImportProgress.START).invoke(() -> isToRestart.set(false))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> importPages() {
        return Multi.createBy()
                .repeating()
                .uni(this::importNextPage)
                .whilst(hasMore -> hasMore)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> importNextPage() {
        return progress.current()
                .chain(now -> now.complete()
                        ? Uni.createFrom().item(false)
                        : directory.page(now.cursor()).chain(this::store));
    }

    private Uni<Boolean> store(Page<Profile> page) {
        return profiles.keepAll(page.items())
                .chain(() -> progress.save(ImportProgress.reached(page.next())))
                .invoke(() -> Log.infof(
                        "Imported %d profiles from the user service",
                        page.items().size()))
                .replaceWith(page.next() != null);
    }
}
