package dev.natter.chat.online;

import dev.natter.chat.presence.Onlookers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/** Passes on what {@code presence} has heard of people who come and go. */
@ApplicationScoped
class LookRound implements Onlookers {

    private final People people;
    private final SignedOut signedOut;
    private final Sightings sightings;
    private final Rooms rooms;
    private final Clock clock;

    LookRound(People people, SignedOut signedOut, Sightings sightings, Rooms rooms, Clock clock) {
        this.people = people;
        this.signedOut = signedOut;
        this.sightings = sightings;
        this.rooms = rooms;
        this.clock = clock;
    }

    @Override
    public void movedHere(String userId) {
        var now = clock.instant();
        sightings.note(userId, now);
        look(userId, now);
    }

    @Override
    public void movedElsewhere(Collection<String> userIds) {
        var now = clock.instant();
        userIds.forEach(userId -> look(userId, now));
    }

    private void look(String userId, Instant now) {
        people.look(userId, now, signedOut.lately(userId));
    }

    /** Nobody else can say of them when they were seen last; all survivors do, which comes to the same. */
    @Override
    public void lost(Collection<String> userIds) {
        var now = clock.instant();
        for (var userId : userIds) {
            sightings.note(userId, now);
            people.look(userId, now, true);
        }
    }

    @Override
    public void met(String conversationId, Collection<String> memberIds) {
        rooms.met(conversationId, memberIds);
    }
}
