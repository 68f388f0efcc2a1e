package dev.natter.chat.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import dev.natter.chat.batching.RequestBatcher;
import dev.natter.chat.log.Entries.InsertResult;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.DatabaseFailures;
import dev.natter.web.ApiException;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inserts entries, those of several conversations in one command, and finds out what became of each. */
final class MongoEntryInserts {

    private static final int MAX_BATCH = 100;
    private static final int MAX_CONCURRENCY = 4;
    /** Below this rate a wait would save nothing worth it. */
    private static final int LINGER_PER_SECOND = 400;

    private static final Duration LINGER = Duration.ofMillis(2);
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);
    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);
    private static final InsertResult STORED = new InsertResult.Stored();
    private static final InsertResult NUMBER_TAKEN = new InsertResult.NumberTaken();
    private static final InsertResult REPEATED = new InsertResult.Repeated();

    private final ChatDatabase database;
    private final ReactiveMongoCollection<EntryDocument> entries;
    /** Of different conversations: an unordered command that had two numbers of one would leave holes. */
    private final RequestBatcher<Entry, InsertResult> inserts = new RequestBatcher<Entry, InsertResult>(
                    MAX_BATCH, MAX_CONCURRENCY, batch -> insert(batch, UNORDERED))
            .lingering(LINGER, LINGER_PER_SECOND);

    private final RequestBatcher<List<Entry>, List<InsertResult>> runs = new RequestBatcher<>(
            1, MAX_CONCURRENCY, run -> insert(run.get(0), ORDERED).map(List::of));

    MongoEntryInserts(ChatDatabase database, ReactiveMongoCollection<EntryDocument> entries) {
        this.database = database;
        this.entries = entries;
    }

    Uni<InsertResult> insert(Entry entry) {
        return inserts.submit(entry).onFailure().recoverWithItem(InsertResult.NotStored::new);
    }

    Uni<List<InsertResult>> insertInOrder(List<Entry> entries) {
        return runs.submit(entries)
                .onFailure()
                .recoverWithItem(failure -> Collections.nCopies(entries.size(), new InsertResult.NotStored(failure)));
    }

    private Uni<List<InsertResult>> insert(List<Entry> entries, InsertManyOptions options) {
        var documents = entries.stream().map(EntryDocument::of).toList();
        // Not by execute: what the failure is decides what became of the entries.
        return database.ready()
                .chain(() -> this.entries.insertMany(documents, options))
                .map(inserted -> Collections.nCopies(entries.size(), STORED))
                .onFailure()
                .recoverWithItem(failure -> results(failure, entries.size(), options.isOrdered()));
    }

    /** Counts in the answer are not to be trusted: the embedded server counts refused documents as well. */
    private static List<InsertResult> results(Throwable failure, int count, boolean ordered) {
        if (!(failure instanceof MongoBulkWriteException bulk)) {
            var readable = DatabaseFailures.readable(failure);
            return Collections.nCopies(
                    count,
                    // Then the command was not sent: no connection, or no indexes yet.
                    failure instanceof MongoTimeoutException || failure instanceof ApiException
                            ? new InsertResult.NotStored(readable)
                            : new InsertResult.Unknown(readable));
        }
        var errors = bulk.getWriteErrors().stream()
                .collect(Collectors.toMap(BulkWriteError::getIndex, Function.identity(), (one, other) -> one));
        var end = ordered ? errors.keySet().stream().min(Integer::compare).orElse(count) : count;
        var stored = bulk.getWriteConcernError() == null
                ? STORED
                : new InsertResult.Unknown(DatabaseFailures.readable(failure));
        return IntStream.range(0, count)
                .mapToObj(at -> {
                    var error = errors.get(at);
                    return at > end
                            ? new InsertResult.NotStored(failure)
                            : error == null ? stored : result(error, failure);
                })
                .toList();
    }

    private static InsertResult result(BulkWriteError error, Throwable failure) {
        if (!DatabaseFailures.isDuplicate(error)) {
            return new InsertResult.NotStored(failure);
        }
        // A repeat whose number is taken too shows itself in the next attempt, with a number that is free.
        return DatabaseFailures.isIdTaken(error) ? NUMBER_TAKEN : REPEATED;
    }
}
