package dev.natter.user.token;

import java.time.Duration;

/** A signed access token and how long it is good for. */
public record AccessToken(String value, Duration lifetime) {

    /** Leaves the token out: it must not reach a log. */
    @Override
    public String toString() {
        return "AccessToken[lifetime=%s]".formatted(lifetime);
    }
}
