package dev.natter.chat.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.bulk.BulkWriteError;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Classifies the failures of the database: a lost race, and an outage. */
public final class DatabaseFailures {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private DatabaseFailures() {}

    /** Whether a unique index refused the write. */
    public static boolean isDuplicate(Throwable failure) {
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteConcernError() == null
                    && bulk.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        }
        return failure instanceof MongoServerException server
                && ErrorCategory.fromErrorCode(server.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /** Which documents of a bulk write a unique index refused, by their places in it. */
    public static Set<Integer> refused(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                ? bulk.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toUnmodifiableSet())
                : Set.of(0);
    }

    /** Whether a unique index refused this document of a bulk write. */
    public static boolean isDuplicate(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Whether the index of ids refused it. Of several indexes that would, servers name the first that was created: this one. */
    public static boolean isIdTaken(BulkWriteError error) {
        return error.getMessage().contains("index: _id_");
    }

    /** An outage as the 503 {@link ApiException} that callers may see; any other failure as it is. */
    public static Throwable readable(Throwable failure) {
        return isOutage(failure) ? unavailable() : failure;
    }

    /** Whether the database was not reached, or is not ready. */
    static boolean isOutage(Throwable failure) {
        return failure instanceof MongoClientException
                || failure instanceof MongoSocketException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoExecutionTimeoutException
                || failure instanceof MongoWriteConcernException
                || (failure instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null)
                // Codes that say "not now" by a label rather than by a class: shutting down, stepping down.
                || (failure instanceof MongoCommandException command && command.hasErrorLabel("RetryableWriteError"));
    }

    static ApiException unavailable() {
        return ApiException.unavailable(
                ErrorCode.STORE_UNAVAILABLE, "The database is unavailable. Try again shortly.", RETRY_AFTER);
    }
}
