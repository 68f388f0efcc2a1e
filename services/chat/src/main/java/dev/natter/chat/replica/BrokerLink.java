package dev.natter.chat.replica;

/**
 * Whether this replica can speak and listen. Observers of the CDI events {@link Lost} and {@link Established} hear of each
 * change once, in order; of the loss at once, of the return a moment later.
 */
public interface BrokerLink {

    /** The link is gone: what was on its way may be lost, and what is sent now is. */
    record Lost() {}

    /** The link is there (again), with empty queues. */
    record Established() {}

    /** Whether this replica can speak and listen now. */
    boolean isUp();
}
