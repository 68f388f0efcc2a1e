package dev.natter.chat.online;

import dev.natter.chat.conversation.Presence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Presence as conversations and the list of it show it. Who is online costs nothing; who is not, one question for all. */
@ApplicationScoped
class ShownPresence implements Presence {

    private final People people;
    private final Sightings sightings;

    ShownPresence(People people, Sightings sightings) {
        this.people = people;
        this.sightings = sightings;
    }

    @Override
    public boolean isCrowd(Collection<String> userIds, int most) {
        return userIds.stream().filter(people::isOnline).skip(most).findAny().isPresent();
    }

    @Override
    public Uni<Map<String, Seen>> of(Collection<String> userIds) {
        var gone = userIds.stream().filter(id -> !people.isOnline(id)).toList();
        return sightings.of(gone).map(seenAt -> {
            var shown = new HashMap<String, Seen>();
            userIds.forEach(id -> shown.put(id, new Seen(true, null)));
            gone.forEach(id -> shown.put(id, new Seen(false, seenAt.get(id))));
            return shown;
        });
    }
}
