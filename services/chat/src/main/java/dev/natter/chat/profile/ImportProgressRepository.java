package dev.natter.chat.profile;

import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.DatabaseFailures;
import dev.natter.chat.profile.ImportProgressRepository.ImportProgress;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

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

    /**
     * How far the import has come: the last page that is stored, null before the first. Public because its codec demands it.
     */
    @RegisterForReflection
    @MongoEntity(collection = "profile-fills")
    public record ImportProgress(
            @BsonId String id, boolean complete, @Nullable String cursor) {

        private static final String FROM_USER_SERVICE = "user-service";

        static final ImportProgress START = new ImportProgress(FROM_USER_SERVICE, false, null);

        /** Everything up to this cursor is stored; everything at all when it is null. */
        static ImportProgress reached(@Nullable String cursor) {
            return new ImportProgress(FROM_USER_SERVICE, cursor == null, cursor);
        }
    }
}
