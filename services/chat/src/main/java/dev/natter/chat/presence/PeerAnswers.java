package dev.natter.chat.presence;

import dev.natter.events.DeliveryEvent.MovesHeard;
import dev.natter.events.DeliveryEvent.ReplicaWelcomed;
import jakarta.enterprise.context.ApplicationScoped;

/** The door for what other replicas answer; it reaches this one by {@code chat-delivery}. */
@ApplicationScoped
public class PeerAnswers {

    private final Company company;
    private final Entry entry;

    PeerAnswers(Company company, Entry entry) {
        this.company = company;
        this.entry = entry;
    }

    /** Another replica knows our moves up to a number. */
    public void heard(MovesHeard heard) {
        company.heard(heard);
    }

    /** Another replica, or this one, has noticed that we joined. */
    public void welcomed(ReplicaWelcomed welcomed) {
        entry.welcomed(welcomed);
    }
}
