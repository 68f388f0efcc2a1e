package dev.natter.user.session;

import dev.natter.web.ApiException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A random key for one refresh, kept by the client until it has the response: it distinguishes a repeat of a request
 * whose response was lost from the use of a stolen token.
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    /** Long enough for the 122 random bits of a UUID; shorter keys could be guessed. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    /** The key in a request's header, if any. Fails with 400 if it is malformed. */
    static Optional<IdempotencyKey> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(header).matches()) {
            throw ApiException.malformed(
                    HEADER, "must be a random key of 22 to 64 URL-safe characters, such as a UUID");
        }
        return Optional.of(new IdempotencyKey(header));
    }

    /** Omits the key: it is half of what a repeat needs. */
    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }
}
