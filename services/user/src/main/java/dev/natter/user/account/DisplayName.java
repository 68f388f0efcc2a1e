package dev.natter.user.account;

import dev.natter.web.ShownText;
import org.jspecify.annotations.Nullable;

/** A display name: one line of 1 to 50 characters, valid by {@link ShownText}. */
public record DisplayName(String value) {

    static final int MAX_LENGTH = 50;

    /** Parses and trims user input; fails with 400 if it is invalid. */
    static DisplayName of(@Nullable String typed) {
        return new DisplayName(ShownText.line("name", typed, MAX_LENGTH));
    }

    /** The default name: the local part of the address, shortened. */
    static DisplayName from(EmailAddress email) {
        var local = email.localPart();
        return new DisplayName(local.substring(0, Math.min(local.length(), MAX_LENGTH)));
    }
}
