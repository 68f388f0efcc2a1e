package dev.natter.mail.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A push service did not take a notification. The message names its host and status, never the endpoint. */
sealed class PushFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PushFailure(String message) {
        super(message, null, false, false);
    }

    /** The subscription has ended: 404 or 410. */
    static final class Gone extends PushFailure {
        private static final long serialVersionUID = 1L;

        Gone(String message) {
            super(message);
        }
    }

    /** It will never take this one: another 4xx, an endpoint that is none, a key that is none. */
    static final class Refused extends PushFailure {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** It may take it later: 429, 5xx, or no answer. */
    static final class Deferred extends PushFailure {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Duration retryAfter;

        Deferred(String message, @Nullable Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        /** How long the push service asked to be left alone; null when it did not say. */
        @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }
}
