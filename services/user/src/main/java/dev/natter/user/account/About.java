package dev.natter.user.account;

import dev.natter.web.ShownText;
import org.jspecify.annotations.Nullable;

/** What a user says about himself: one line of at most 140 characters, valid by {@link ShownText}, or nothing. */
public record About(String value) {

    static final int MAX_LENGTH = 140;

    /** Says nothing. */
    public static final About NONE = new About("");

    /** Parses and trims user input; white space says nothing. Fails with 400 if it is invalid. */
    static About of(String typed) {
        return typed.isBlank() ? NONE : new About(ShownText.line("about", typed, MAX_LENGTH));
    }

    /** Null when it says nothing. */
    public @Nullable String orNull() {
        return value.isEmpty() ? null : value;
    }
}
