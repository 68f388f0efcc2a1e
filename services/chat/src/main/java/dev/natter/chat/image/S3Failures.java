package dev.natter.chat.image;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells the failures of the S3 server apart. */
final class S3Failures {

    private static final int NOT_FOUND = 404;
    private static final Duration WORTH_ANOTHER_TRY = Duration.ofSeconds(5);

    private S3Failures() {}

    static boolean isAbsent(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
    }

    /** The answer to whoever asked: 503, whatever it was. */
    static Throwable away(Throwable failure) {
        // Its message names the server's reason and a request id; never a URL.
        Log.warnf("the image store does not do what it should: %s", failure);
        return Refusal.unavailable(
                ErrorCode.IMAGES_UNAVAILABLE, "Images cannot be reached right now.", WORTH_ANOTHER_TRY);
    }
}
