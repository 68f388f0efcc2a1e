package dev.natter.chat.attachment;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Classifies failures of the S3 server. */
final class S3Failures {

    private static final int NOT_FOUND = 404;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private S3Failures() {}

    static boolean isAbsent(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
    }

    /** The answer to the caller: 503, whatever it was. */
    static Throwable unavailable(Throwable failure) {
        // Its message names the server's reason and a request id; never a URL.
        Log.warnf("The S3 server failed: %s", failure);
        return Refusal.unavailable(ErrorCode.IMAGES_UNAVAILABLE, "The image store is unavailable.", RETRY_AFTER);
    }
}
