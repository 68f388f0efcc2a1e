package dev.natter.chat.socket;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The token has expired: authenticate anew within half a minute. */
@RegisterForReflection
record TokenExpiredFrame() implements ServerFrame {
    @Override
    public String type() {
        return "token-expired";
    }
}
