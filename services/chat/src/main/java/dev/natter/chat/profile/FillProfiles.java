package dev.natter.chat.profile;

import dev.natter.chat.profile.UserDirectory.DirectoryPage;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Fills the profiles from the user service, once in the life of the database: page by page, going on where it was
 * interrupted. Replicas that do it at once do it twice, which harms nothing: the newer version of a profile wins whoever
 * brings it.
 */
@ApplicationScoped
class FillProfiles {

    private final UserDirectory directory;
    private final Profiles profiles;
    private final ProfileFills fills;

    FillProfiles(UserDirectory directory, Profiles profiles, ProfileFills fills) {
        this.directory = directory;
        this.profiles = profiles;
        this.fills = fills;
    }

    /** Completes when everything is filled; fails when the user service or the store is away, to be called again. */
    Uni<Void> handle() {
        return Multi.createBy()
                .repeating()
                .uni(this::fillNextPage)
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> fillNextPage() {
        return fills.progress()
                .chain(progress -> progress.complete()
                        ? Uni.createFrom().item(false)
                        : directory.page(progress.cursor()).chain(this::fill));
    }

    private Uni<Boolean> fill(DirectoryPage page) {
        return profiles.keepAll(page.profiles())
                .chain(() -> fills.reached(page.next()))
                .invoke(() -> Log.infof(
                        "filled %d profiles from the user service",
                        page.profiles().size()))
                .replaceWith(page.next() != null);
    }
}
