package dev.natter.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Wakes {@link ConversationProjection} through a channel inside the process, whose consumer takes one signal at a time. */
@ApplicationScoped
class ProjectionSignal {

    static final String CHANNEL = "conversation-projection";

    private final Emitter<String> signals;

    ProjectionSignal(@Channel(CHANNEL) @OnOverflow(OnOverflow.Strategy.LATEST) Emitter<String> signals) {
        this.signals = signals;
    }

    void send() {
        if (!signals.isCancelled()) {
            signals.send("write");
        }
    }
}
