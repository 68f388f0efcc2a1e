package dev.natter.chat.log;

import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/** Queries are ranges of ids. */
@ApplicationScoped
class MongoMissedMessages implements MissedMessages {

    private static final int LOGS_PER_QUERY = 200;

    private final ChatDatabase database;
    private final ReactiveMongoCollection<EntryDocument> entries;

    MongoMissedMessages(ChatDatabase database) {
        this.database = database;
        this.entries = database.collection("entries", EntryDocument.class);
    }

    /** Public because its codec demands it. */
    @RegisterForReflection
    public record MissedCount(@BsonId String conversationId, long count, Instant newestAt) {}

    @Override
    public Uni<Map<String, Missed>> count(String readerId, Collection<String> ignored, Map<String, Long> positions) {
        return Multi.createFrom()
                .iterable(positions.entrySet())
                .group()
                .intoLists()
                .of(LOGS_PER_QUERY)
                .onItem()
                .transformToUniAndConcatenate(some -> countIn(some, readerId, ignored))
                .collect()
                .in(
                        HashMap::new,
                        (all, found) -> found.forEach(
                                each -> all.put(each.conversationId(), new Missed(each.count(), each.newestAt()))));
    }

    private Uni<List<MissedCount>> countIn(
            List<Map.Entry<String, Long>> positions, String readerId, Collection<String> ignored) {
        var ranges = positions.stream()
                .map(each -> MongoRange.above(each.getKey(), each.getValue()))
                .toList();
        var others = new ArrayList<>(ignored);
        others.add(readerId);
        return database.execute(() -> entries.aggregate(
                        List.of(
                                match(or(ranges)),
                                limit(MAX_COUNTED),
                                match(and(
                                        eq("type", Entry.MESSAGE),
                                        nin("senderId", others),
                                        ne("hiddenFrom", readerId),
                                        eq("message.deletedAt", null))),
                                group("$conversationId", sum("count", 1L), max("newestAt", "$at"))),
                        MissedCount.class)
                .collect()
                .asList());
    }
}
