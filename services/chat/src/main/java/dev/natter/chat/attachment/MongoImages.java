package dev.natter.chat.attachment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.chat.attachment.inspection.ImageRejection;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoImages implements Images {

    private final ChatDatabase database;

    MongoImages(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Void> add(Image offered, Instant at) {
        return ask(collection -> collection.insertOne(ImageDocument.of(offered, at)))
                .replaceWithVoid();
    }

    @Override
    public Uni<@Nullable Image> find(String id) {
        return ask(collection -> collection.find(there(id)).collect().first())
                .onItem()
                .ifNotNull()
                .transform(ImageDocument::toImage);
    }

    @Override
    public Uni<@Nullable Image> store(String id, Image.Stored stored) {
        var size = stored.dimensions();
        return change(
                undecided(id),
                combine(
                        set("key", stored.key()),
                        set("width", size.width()),
                        set("height", size.height()),
                        set("storedBytes", stored.bytes())));
    }

    @Override
    public Uni<@Nullable Image> hold(String id, String conversationId, Instant at) {
        return change(there(id), combine(addToSet("conversationIds", conversationId), set("unusedSince", at)));
    }

    @Override
    public Uni<Void> confirm(Collection<String> ids, Instant then) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : ask(collection -> collection.updateMany(
                                and(in("_id", ids), lt("unusedSince", then)), unset("unusedSince")))
                        .replaceWithVoid();
    }

    @Override
    public Uni<Void> reject(String id, ImageRejection rejection) {
        return ask(collection -> collection.updateOne(undecided(id), set("rejection", rejection.name())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<String>> unusedSince(Instant then, int limit) {
        return ask(collection -> collection
                .find(
                        lt("unusedSince", then),
                        new FindOptions().sort(ascending("unusedSince")).limit(limit))
                .map(ImageDocument::id)
                .collect()
                .asList());
    }

    @Override
    public Uni<Boolean> beginToForget(String id, Instant then) {
        return ask(collection ->
                        collection.updateOne(and(eq("_id", id), lt("unusedSince", then)), set("forgotten", true)))
                .map(result -> result.getMatchedCount() > 0);
    }

    @Override
    public Uni<Void> forget(String id) {
        return ask(collection -> collection.deleteOne(and(eq("_id", id), eq("forgotten", true))))
                .replaceWithVoid();
    }

    private static Bson there(String id) {
        return and(eq("_id", id), exists("forgotten", false));
    }

    private static Bson undecided(String id) {
        return and(there(id), exists("key", false), exists("rejection", false));
    }

    private Uni<@Nullable Image> change(Bson filter, Bson update) {
        return ask(collection -> collection.findOneAndUpdate(
                        filter, update, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .onItem()
                .ifNotNull()
                .transform(ImageDocument::toImage);
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<ImageDocument>, Uni<R>> question) {
        return database.ask(StoredCollection.IMAGES, ImageDocument.class, question);
    }
}
