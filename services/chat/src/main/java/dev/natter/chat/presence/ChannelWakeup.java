package dev.natter.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Wakes {@link PresenceWork} through a channel inside the process, whose consumer takes one signal at a time. */
@ApplicationScoped
class ChannelWakeup implements Wakeup {

    private final Emitter<String> signals;

    ChannelWakeup(@Channel(PresenceWork.CHANNEL) @OnOverflow(OnOverflow.Strategy.LATEST) Emitter<String> signals) {
        this.signals = signals;
    }

    @Override
    public void now() {
        if (!signals.isCancelled()) {
            signals.send(Message.of("work"));
        }
    }
}
