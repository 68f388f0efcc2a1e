package dev.natter.user.session;

import dev.natter.web.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends along with a refresh, drawn anew for each and kept until it has the answer: by it, a repetition of a
 * request whose answer was lost is known from the use of a token that was stolen.
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    /** Long enough for the 122 random bits of a UUID; one that is short enough to be guessed proves nothing. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    /** The key in a request's header, if it has one. Refused with 400 when it cannot be one. */
    static Optional<IdempotencyKey> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(header).matches()) {
            throw Refusal.malformed(HEADER, "must be a random key of 22 to 64 URL-safe characters, such as a UUID");
        }
        return Optional.of(new IdempotencyKey(header));
    }

    /** Leaves the key out: it is half of what makes a repetition good. */
    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }
}
