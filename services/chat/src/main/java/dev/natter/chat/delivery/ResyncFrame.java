package dev.natter.chat.delivery;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Fetch what you lack: frames may have been missed. */
@RegisterForReflection
public record ResyncFrame() implements ServerFrame {
    @Override
    public String type() {
        return "resync";
    }
}
