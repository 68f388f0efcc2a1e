package dev.natter.chat.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoSegments implements Segments {

    /**
     * Logs in one query. Each is two ranges of the index, one for the key and one for {@link Segment#ANY}; MongoDB merges up
     * to 200 in order, and would sort more in memory.
     */
    private static final int LOGS_PER_QUERY = 100;

    private static final int MAX_CONCURRENCY = 4;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ChatDatabase database;
    private final ReactiveMongoCollection<SegmentDocument> segments;
    private final ReactiveMongoCollection<ProgressDocument> progress;

    /** A segment in the database. Public because its codec demands it, as the next one. */
    @RegisterForReflection
    public record SegmentDocument(
            @BsonId String id,
            String conversationId,
            long number,
            String first,
            String last,
            @Nullable List<String> keys) {

        static SegmentDocument of(Segment segment) {
            return new SegmentDocument(
                    id(segment),
                    segment.conversationId(),
                    segment.number(),
                    segment.first(),
                    segment.last(),
                    // In order, so that a B-tree is written page by page.
                    segment.keys().stream().sorted().toList());
        }

        static String id(Segment segment) {
            return segment.conversationId() + "/" + segment.number();
        }

        Segment toSegment() {
            return new Segment(conversationId, number, first, last, Set.of());
        }
    }

    /** Up to which number a log is indexed. */
    @RegisterForReflection
    public record ProgressDocument(@BsonId String id, long indexedSeq) {}

    MongoSegments(ChatDatabase database) {
        this.database = database;
        this.segments = database.collection("search_segments", SegmentDocument.class);
        this.progress = database.collection("search_progress", ProgressDocument.class);
    }

    @Override
    public Uni<Map<String, Long>> indexed(Collection<String> conversationIds) {
        return database.execute(() -> progress.find(in("_id", conversationIds))
                .collect()
                .asMap(ProgressDocument::id, ProgressDocument::indexedSeq));
    }

    @Override
    public Uni<Void> put(Collection<Segment> changed) {
        var writes = changed.stream().map(MongoSegments::write).toList();
        return writes.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.execute(() -> segments.bulkWrite(writes, UNORDERED)).replaceWithVoid();
    }

    private static WriteModel<SegmentDocument> write(Segment segment) {
        var isIt = eq("_id", SegmentDocument.id(segment));
        return segment.keys().isEmpty()
                ? new DeleteOneModel<>(isIt)
                : new ReplaceOneModel<>(isIt, SegmentDocument.of(segment), new ReplaceOptions().upsert(true));
    }

    @Override
    public Uni<Void> advance(Map<String, Long> indexed) {
        var writes = indexed.entrySet().stream()
                .map(each -> (WriteModel<ProgressDocument>) new UpdateOneModel<ProgressDocument>(
                        eq("_id", each.getKey()), max("indexedSeq", each.getValue()), new UpdateOptions().upsert(true)))
                .toList();
        return writes.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.execute(() -> progress.bulkWrite(writes, UNORDERED)).replaceWithVoid();
    }

    /** Index {@code segments_with_a_word}. */
    @Override
    public Uni<List<Segment>> newest(
            Collection<String> conversationIds, List<String> keys, String bound, String before, int limit) {
        return Multi.createFrom()
                .iterable(chunks(conversationIds))
                .onItem()
                .transformToUni(chunk -> newestOf(chunk, keys, bound, before, limit))
                .merge(MAX_CONCURRENCY)
                .onItem()
                .<Segment>disjoint()
                .collect()
                .asList()
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(Segment::last).reversed())
                        .limit(limit)
                        .toList());
    }

    private static List<List<String>> chunks(Collection<String> conversationIds) {
        var all = List.copyOf(conversationIds);
        var chunks = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += LOGS_PER_QUERY) {
            chunks.add(all.subList(from, Math.min(from + LOGS_PER_QUERY, all.size())));
        }
        return chunks;
    }

    private Uni<List<Segment>> newestOf(
            List<String> conversationIds, List<String> keys, String bound, String before, int limit) {
        var conditions = new ArrayList<Bson>();
        conditions.add(in("conversationId", conversationIds));
        keys.forEach(key -> conditions.add(in("keys", key, Segment.ANY)));
        conditions.add(lt("last", bound));
        conditions.add(lt("first", before));
        var options = new FindOptions().sort(descending("last")).limit(limit).projection(exclude("keys"));
        return database.execute(() -> segments.find(and(conditions), options)
                .map(SegmentDocument::toSegment)
                .collect()
                .asList());
    }
}
