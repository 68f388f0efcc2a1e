package dev.natter.chat.socket;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The session is over; the connection is closed next. */
@RegisterForReflection
record SignedOutFrame() implements ServerFrame {
    @Override
    public String type() {
        return "signed-out";
    }
}
