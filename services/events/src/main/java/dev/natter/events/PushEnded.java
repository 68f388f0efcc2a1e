package dev.natter.events;

import java.util.Objects;

/**
 * A push service has answered that a subscription does not exist any more. Published by mail on {@link
 * Topology#PUSH_ENDED}.
 */
public record PushEnded(String subscriptionId) {

    public PushEnded {
        Objects.requireNonNull(subscriptionId, "subscriptionId");
    }
}
