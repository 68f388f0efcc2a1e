package dev.natter.user.broker;

/** The broker has not confirmed a message, and it must be taken for lost. */
public final class BrokerUnavailable extends RuntimeException {
    BrokerUnavailable(String message) {
        super(message, null, false, false);
    }
}
