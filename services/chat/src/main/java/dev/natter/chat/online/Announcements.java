package dev.natter.chat.online;

import dev.natter.chat.conversation.Introductions;
import dev.natter.chat.replica.BrokerLink;
import dev.natter.chat.replica.Fanout;
import dev.natter.chat.replica.ReplicaConfig;
import dev.natter.events.PresenceEvent.UsersMet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Tells every replica of people who share a new conversation; once the link is back, if it is away. The oldest are given up
 * when there are too many to keep: their people hear of each other's presence when they connect anew.
 */
@ApplicationScoped
class Announcements implements Introductions {

    private static final int MOST_UNTOLD = 1_000;

    private final String self;
    private final Rooms rooms;
    private final BrokerLink link;
    private final Fanout fanout;
    private final Deque<UsersMet> untold = new ArrayDeque<>();

    Announcements(ReplicaConfig replica, Rooms rooms, BrokerLink link, Fanout fanout) {
        this.self = replica.id();
        this.rooms = rooms;
        this.link = link;
        this.fanout = fanout;
    }

    @Override
    public void met(String conversationId, Collection<String> memberIds) {
        rooms.met(conversationId, memberIds);
        var met = new UsersMet(self, conversationId, List.copyOf(memberIds));
        if (link.isUp()) {
            fanout.tell(met);
        } else {
            keep(met);
        }
    }

    private synchronized void keep(UsersMet met) {
        untold.addLast(met);
        if (untold.size() > MOST_UNTOLD) {
            untold.removeFirst();
        }
    }

    synchronized void linked(@Observes BrokerLink.Established event) {
        untold.forEach(fanout::tell);
        untold.clear();
    }
}
