package dev.natter.user.broker;

/** The broker has not confirmed a message, and it must be taken for lost. */
public final class BrokerAway extends RuntimeException {
    BrokerAway(String message) {
        super(message, null, false, false);
    }
}
