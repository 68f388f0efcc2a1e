package dev.natter.chat.attachment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.storage.S3ObjectStore;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Index {@code images_of_an_owner}. */
@ApplicationScoped
class MongoOwnAttachments implements OwnAttachments {

    private final ChatDatabase database;
    private final ReactiveMongoCollection<OwnDocument> attachments;
    private final S3ObjectStore store;

    MongoOwnAttachments(ChatDatabase database, S3ObjectStore store) {
        this.database = database;
        this.attachments = database.collection("images", OwnDocument.class);
        this.store = store;
    }

    /** Public because its codec demands it, as the next one. */
    @RegisterForReflection
    public record OwnDocument(
            @BsonId String id, String contentType, @Nullable String name, StoredDocument stored) {}

    @RegisterForReflection
    public record StoredDocument(String key, long bytes) {}

    @Override
    public Uni<List<OwnAttachment>> page(String ownerId, @Nullable String after, int limit) {
        return database.execute(() -> attachments
                .find(
                        and(
                                eq("ownerId", ownerId),
                                gt("_id", after == null ? "" : after),
                                exists("stored"),
                                exists("forgotten", false)),
                        new FindOptions().sort(ascending("_id")).limit(limit))
                .map(each -> new OwnAttachment(
                        each.id(),
                        each.contentType(),
                        each.name(),
                        each.stored().key(),
                        each.stored().bytes()))
                .collect()
                .asList());
    }

    @Override
    public Uni<byte @Nullable []> read(OwnAttachment attachment, long from) {
        // Of an object without bytes there is no range.
        return attachment.bytes() == 0 ? Uni.createFrom().item(new byte[0]) : store.read(attachment.key(), from, PIECE);
    }
}
