package dev.natter.chat.delivery;

import dev.natter.events.DeliveryEvent;
import dev.natter.events.DeliveryEvent.FramesMissed;
import dev.natter.events.DeliveryEvent.FramesPushed;
import dev.natter.events.DeliveryEvent.Push;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one other replica. While an event is on its way, what comes meanwhile is gathered for the next
 * one, so that batches grow with the load. Bounded: beyond that, and while the broker is away, only the users are
 * remembered, and told to resync when it is back.
 */
final class Outbox {

    private static final int FRAMES_A_BATCH = 200;
    private static final int CHARACTERS_A_BATCH = 262_144;
    /** Beyond this many it is cheaper to have everybody resync. */
    private static final int MOST_MISSED = 1_000;
    /** More than one, so that the link is not idle while a confirm is on its way. */
    private static final int EVENTS_ON_THEIR_WAY = 4;

    private final String self;
    private final int mostCharacters;
    private final Deque<Push> waiting = new ArrayDeque<>();
    private final Set<String> missed = new LinkedHashSet<>();
    private boolean everybodyMissed;
    private int characters;
    private int onTheirWay;
    private long links;

    Outbox(String self, int mostCharacters) {
        this.self = self;
        this.mostCharacters = mostCharacters;
    }

    /** An event to be sent now, and the link that it goes over. */
    record Sendable(DeliveryEvent event, long link) {}

    /** Takes the frame; false when it is one too many, and its users will be told to resync instead. */
    synchronized boolean offer(Push push) {
        if (characters + push.frame().length() > mostCharacters) {
            miss(push.userIds());
            return false;
        }
        waiting.addLast(push);
        characters += push.frame().length();
        return true;
    }

    /** The next event, if it may go now. What was missed is told first, because it came first. */
    synchronized @Nullable Sendable next() {
        if (onTheirWay >= EVENTS_ON_THEIR_WAY || (waiting.isEmpty() && missed.isEmpty() && !everybodyMissed)) {
            return null;
        }
        onTheirWay++;
        return new Sendable(missed.isEmpty() && !everybodyMissed ? batch() : takeMissed(), links);
    }

    private FramesPushed batch() {
        var batch = new ArrayList<Push>();
        var size = 0;
        while (!waiting.isEmpty() && batch.size() < FRAMES_A_BATCH && size < CHARACTERS_A_BATCH) {
            var push = waiting.removeFirst();
            size += push.frame().length();
            batch.add(push);
        }
        characters -= size;
        return new FramesPushed(self, batch);
    }

    private FramesMissed takeMissed() {
        var event = new FramesMissed(self, everybodyMissed, List.copyOf(missed));
        missed.clear();
        everybodyMissed = false;
        return event;
    }

    /** The broker has taken the event, or has not; returns how many frames were lost with it. */
    synchronized int settled(Sendable sent, boolean confirmed) {
        if (sent.link() != links) {
            return 0;
        }
        onTheirWay--;
        return confirmed ? 0 : lose(sent.event());
    }

    private int lose(DeliveryEvent event) {
        if (event instanceof FramesPushed pushed) {
            pushed.pushes().forEach(push -> miss(push.userIds()));
            return pushed.pushes().size();
        }
        if (event instanceof FramesMissed again) {
            miss(again.userIds());
            everybodyMissed |= again.everyone();
        }
        return 0;
    }

    /** The link is gone: what waited is given up, and what was on its way may be lost. Returns how many frames waited. */
    synchronized int linkLost() {
        var lost = waiting.size();
        waiting.forEach(push -> miss(push.userIds()));
        waiting.clear();
        characters = 0;
        everybodyMissed |= onTheirWay > 0;
        onTheirWay = 0;
        links++;
        return lost;
    }

    private void miss(Collection<String> userIds) {
        if (!everybodyMissed) {
            missed.addAll(userIds);
            if (missed.size() > MOST_MISSED) {
                missed.clear();
                everybodyMissed = true;
            }
        }
    }
}
