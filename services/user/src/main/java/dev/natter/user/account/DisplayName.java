package dev.natter.user.account;

import dev.natter.web.ShownText;
import org.jspecify.annotations.Nullable;

/** What a person is called: one line of 1 to 50 characters, by the rule of {@link ShownText}. */
public record DisplayName(String value) {

    static final int MAX_LENGTH = 50;

    /** The name that was typed, trimmed; 400 when it is none. */
    static DisplayName of(@Nullable String typed) {
        return new DisplayName(ShownText.line("name", typed, MAX_LENGTH));
    }

    /** The name of an account that has not been given one: the local part of its address, cut to length. */
    static DisplayName from(EmailAddress email) {
        var local = email.localPart();
        return new DisplayName(local.substring(0, Math.min(local.length(), MAX_LENGTH)));
    }
}
