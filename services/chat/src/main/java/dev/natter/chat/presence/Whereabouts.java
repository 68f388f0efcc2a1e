package dev.natter.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;

/** The door for whoever wants to know whether somebody is anywhere. */
@ApplicationScoped
public class Whereabouts {

    private final RoutingTable table;

    Whereabouts(RoutingTable table) {
        this.table = table;
    }

    /** Whether the user is connected to another replica, as far as this one knows. */
    public boolean isElsewhere(String userId) {
        return table.holds(userId);
    }
}
