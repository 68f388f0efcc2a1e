package dev.natter.chat.delivery.remote;

/** Changes of the connection to the broker, fired as CDI events, each once and in order. */
public enum BrokerState {

    /** The connection is gone: events in flight may be lost, and events sent now are. */
    LOST,

    /** The connection is there again, with empty queues. */
    ESTABLISHED
}
