package dev.natter.faults.check;

/**
 * A picture that a client sent.
 *
 * @param acknowledged whether the message that carries it was said to be stored
 * @param shown what a member of the conversation, other than the sender, is shown in the end: {@code whole} for the very
 *     bytes that were uploaded, or what else came
 */
public record ImageMessage(String imageId, String clientMessageId, boolean acknowledged, String shown) {

    /** The very bytes. */
    public static final String WHOLE = "whole";
}
