package dev.natter.chat.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
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
import org.bson.codecs.pojo.annotations.BsonId;

@ApplicationScoped
class MongoSegments implements Segments {

    /** Logs in one query. MongoDB merges up to 200 ranges of an index in order, and would sort more in memory. */
    private static final int LOGS_PER_QUERY = 200;

    private static final int MAX_CONCURRENCY = 4;
    /** Segments in memory at a time for each query; MongoDB sends 16 MiB at most. */
    private static final int BATCH = 32;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ChatDatabase database;
    private final ReactiveMongoCollection<SegmentDocument> segments;
    private final ReactiveMongoCollection<ProgressDocument> progress;

    /** A segment in the database. Public because its codec demands it, as the next one. */
    @RegisterForReflection
    public record SegmentDocument(
            @BsonId String id, String conversationId, long number, String first, String last, String text) {

        static SegmentDocument of(Segment segment) {
            return new SegmentDocument(
                    id(segment),
                    segment.conversationId(),
                    segment.number(),
                    segment.first(),
                    segment.last(),
                    segment.text());
        }

        static String id(Segment segment) {
            return segment.conversationId() + "/" + segment.number();
        }

        Candidates find(List<String> prefixes) {
            var segment = new Segment(conversationId, number, first, last, text);
            return new Candidates(conversationId, last, segment.find(prefixes));
        }
    }

    /** Up to which number a log is indexed. */
    @RegisterForReflection
    public record ProgressDocument(@BsonId String id, long indexedSeq) {}

    MongoSegments(ChatDatabase database) {
        this.database = database;
        this.segments = database.collection("search_texts", SegmentDocument.class);
        this.progress = database.collection("search_texts_progress", ProgressDocument.class);
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
        return segment.isEmpty()
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

    /** Index {@code segments_of_a_log}. */
    @Override
    public Uni<List<Candidates>> newest(
            Collection<String> conversationIds, List<String> prefixes, String bound, String before, int limit) {
        return Multi.createFrom()
                .iterable(chunks(conversationIds))
                .onItem()
                .transformToUni(chunk -> newestOf(chunk, prefixes, bound, before, limit))
                .merge(MAX_CONCURRENCY)
                .onItem()
                .<Candidates>disjoint()
                .collect()
                .asList()
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(Candidates::last).reversed())
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

    private Uni<List<Candidates>> newestOf(
            List<String> conversationIds, List<String> prefixes, String bound, String before, int limit) {
        var isAsked = and(in("conversationId", conversationIds), lt("last", bound), lt("first", before));
        var options = new FindOptions().sort(descending("last")).limit(limit).batchSize(BATCH);
        return database.execute(() -> segments.find(isAsked, options)
                .map(segment -> segment.find(prefixes))
                .collect()
                .asList());
    }
}
