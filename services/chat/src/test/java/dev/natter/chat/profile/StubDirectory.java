package dev.natter.chat.profile;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import dev.natter.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user service with the users of a test, in pages of two, which can be unavailable. */
@Vetoed
public final class StubDirectory extends UserDirectory {

    private final TreeMap<String, Profile> byId = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean away;

    public StubDirectory() {
        super(null, null, "");
    }

    public StubDirectory with(String... ids) {
        for (var id : ids) {
            byId.put(id, Profile.of(id, "Name of " + id, Instant.EPOCH, 1));
        }
        return this;
    }

    public StubDirectory away(boolean isAway) {
        away = isAway;
        return this;
    }

    /** Whom it was asked for, and with which cursors. */
    public List<String> asked() {
        return asked;
    }

    @Override
    Uni<List<Profile>> find(Collection<String> ids) {
        return answer(String.join(",", ids))
                .map(here -> byId.entrySet().stream()
                        .filter(each -> ids.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    @Override
    Uni<Page<Profile>> page(String after) {
        return answer("after " + after).map(here -> {
            var rest = after == null ? byId : byId.tailMap(after, false);
            var page = rest.values().stream().limit(2).toList();
            return new Page<>(page, rest.size() > 2 ? page.get(1).id() : null);
        });
    }

    private Uni<Boolean> answer(String question) {
        return Uni.createFrom().item(() -> {
            asked.add(question);
            if (away) {
                throw ApiException.unavailable(ErrorCode.USER_SERVICE_UNAVAILABLE, "away", Duration.ofSeconds(1));
            }
            return true;
        });
    }
}
