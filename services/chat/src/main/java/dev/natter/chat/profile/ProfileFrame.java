package dev.natter.chat.profile;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody with whom the receiver shares a conversation, or the receiver himself, has another name now. */
@RegisterForReflection
public record ProfileFrame(UserView user) implements ServerFrame {
    @Override
    public String type() {
        return "profile";
    }
}
