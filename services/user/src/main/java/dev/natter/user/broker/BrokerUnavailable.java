package dev.natter.user.broker;

/** The broker has not confirmed a message, which counts as lost. */
public final class BrokerUnavailable extends RuntimeException {
    BrokerUnavailable(String message) {
        super(message, null, false, false);
    }
}
