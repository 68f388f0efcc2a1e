package dev.natter.load.client;

/** Hears what comes over a socket. */
@FunctionalInterface
public interface FrameListener {

    /** Hears nothing. */
    FrameListener DEAF = (person, frame) -> {};

    /**
     * A frame has come. Called on an event loop.
     *
     * @param person the number of the listener among those who were connected together
     */
    void heard(int person, String frame);
}
