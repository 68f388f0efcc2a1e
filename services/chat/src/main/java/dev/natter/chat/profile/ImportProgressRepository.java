package dev.natter.chat.profile;

import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.DatabaseFailures;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** One document: the progress of the import. */
@ApplicationScoped
class ImportProgressRepository implements ReactivePanacheMongoRepositoryBase<ImportProgress, String> {

    private final ChatDatabase database;

    ImportProgressRepository(ChatDatabase database) {
        this.database = database;
    }

    Uni<ImportProgress> current() {
        return database.execute(() -> findById(ImportProgress.START.id()))
                .map(found -> found == null ? ImportProgress.START : found);
    }

    Uni<Void> save(ImportProgress progress) {
        return database.execute(() -> persistOrUpdate(progress))
                .replaceWithVoid()
                // Another replica begins at the same instant, and has written the same.
                .onFailure(DatabaseFailures::isDuplicate)
                .recoverWithNull();
    }
}
