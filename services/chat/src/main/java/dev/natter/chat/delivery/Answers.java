package dev.natter.chat.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/** The door for frames that answer one connection of this replica. */
@ApplicationScoped
public class Answers {

    private final FrameEncoder encoder;
    private final LocalDelivery local;

    Answers(FrameEncoder encoder, LocalDelivery local) {
        this.encoder = encoder;
        this.local = local;
    }

    /** Sends the frame to this connection, in its turn among the frames of its conversation if it has a place in one. */
    public void send(ClientConnection connection, ServerFrame frame) {
        local.answer(connection, encoder.encode(frame));
    }
}
