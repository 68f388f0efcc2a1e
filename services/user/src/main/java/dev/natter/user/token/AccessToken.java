package dev.natter.user.token;

import java.time.Duration;

/** A signed access token with its lifetime. */
public record AccessToken(String value, Duration lifetime) {

    /** Leaves the token out: it must not reach a log. */
    @Override
    public String toString() {
        return "AccessToken[lifetime=%s]".formatted(lifetime);
    }
}
