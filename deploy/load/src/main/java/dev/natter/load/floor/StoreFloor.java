package dev.natter.load.floor;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.natter.load.measure.Latencies;
import dev.natter.load.report.Table;
import dev.natter.load.scenario.Bench;
import dev.natter.load.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;

/** Bare inserts of documents like messages, one at a time and a hundred in one command, in a database of their own. */
public final class StoreFloor implements Scenario {

    private static final int AT_ONCE = 16;
    private static final String TEXT = "x".repeat(80);

    @Override
    public Table run(Bench bench) {
        var table = Throughput.table("store", "Floor: bare MongoDB inserts (%d under way at once)".formatted(AT_ONCE));
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try (var client = MongoClients.create(bench.server("mongodb").toString())) {
            var numbers = new AtomicLong();
            var database = client.getDatabase("natter-load-floor");
            // What a run that was cut short has left.
            database.drop();
            var collection =
                    database.getCollection("messages").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            for (var together : List.of(1, 100)) {
                var latencies = new Latencies();
                var usage = bench.processes().begin();
                insert(
                        threads,
                        collection,
                        () -> documents(numbers, together),
                        latencies,
                        bench.options().time());
                Throughput.add(table, together + " in one command", latencies, 0, usage.end());
            }
            database.drop();
        } finally {
            threads.shutdown();
        }
        return table;
    }

    private static void insert(
            ExecutorService threads,
            MongoCollection<Document> collection,
            Supplier<List<Document>> documents,
            Latencies latencies,
            Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var running = new ArrayList<Future<?>>();
        for (var thread = 0; thread < AT_ONCE; thread++) {
            running.add(threads.submit(() -> {
                while (System.nanoTime() < end) {
                    var next = documents.get();
                    var begin = System.nanoTime();
                    collection.insertMany(next);
                    next.forEach(each -> latencies.sinceDue(begin));
                }
            }));
        }
        running.forEach(StoreFloor::await);
    }

    private static void await(Future<?> each) {
        try {
            each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the store does not answer: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Document> documents(AtomicLong numbers, int count) {
        return Stream.generate(() -> document(numbers.incrementAndGet()))
                .limit(count)
                .toList();
    }

    private static Document document(long number) {
        return new Document("_id", Long.toString(number))
                .append("conversationId", "c" + number % 500)
                .append("seq", number)
                .append("senderId", "s" + number % 1000)
                .append("clientMessageId", "m" + number)
                .append("text", TEXT);
    }
}
