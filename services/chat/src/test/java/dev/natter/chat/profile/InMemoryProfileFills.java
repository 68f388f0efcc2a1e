package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;

/** The progress of a fill as long as a test lasts. */
final class InMemoryProfileFills implements ProfileFills {

    private Progress progress = new Progress(false, null);

    @Override
    public Uni<Progress> progress() {
        return Uni.createFrom().item(() -> progress);
    }

    @Override
    public Uni<Void> reached(String cursor) {
        return set(new Progress(cursor == null, cursor));
    }

    @Override
    public Uni<Void> restart() {
        return set(new Progress(false, null));
    }

    private Uni<Void> set(Progress now) {
        return Uni.createFrom().voidItem().invoke(() -> progress = now);
    }
}
