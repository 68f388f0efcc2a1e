package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.ImageRejection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Images as long as a test lasts. */
final class InMemoryImages implements Images {

    private final Map<String, Image> byId = new LinkedHashMap<>();
    private final Map<String, Instant> unused = new LinkedHashMap<>();
    private final Map<String, Image> hidden = new LinkedHashMap<>();

    Image get(String id) {
        return byId.get(id);
    }

    @Override
    public Uni<Void> add(Image offered, Instant at) {
        return later(() -> {
            byId.put(offered.id(), offered);
            unused.put(offered.id(), at);
            return null;
        });
    }

    @Override
    public Uni<Image> find(String id) {
        return later(() -> byId.get(id));
    }

    @Override
    public Uni<Image> store(String id, Image.Stored stored) {
        return later(() -> isUndecided(id) ? change(id, image -> with(image, stored, image.conversationIds())) : null);
    }

    @Override
    public Uni<Image> hold(String id, String conversationId, Instant at) {
        return later(() -> {
            if (byId.containsKey(id)) {
                unused.put(id, at);
            }
            return change(id, image -> {
                var holding = new ArrayList<>(image.conversationIds());
                holding.add(conversationId);
                return with(image, image.stored(), holding);
            });
        });
    }

    @Override
    public Uni<Void> reject(String id, ImageRejection rejection) {
        return later(() -> {
            if (isUndecided(id)) {
                change(
                        id,
                        image -> new Image(
                                id, image.ownerId(), image.format(), image.bytes(), null, rejection, List.of()));
            }
            return null;
        });
    }

    @Override
    public Uni<Void> confirm(Collection<String> ids, Instant then) {
        return later(() -> {
            ids.forEach(id -> unused.computeIfPresent(id, (same, at) -> at.isBefore(then) ? null : at));
            return null;
        });
    }

    @Override
    public Uni<List<String>> unusedSince(Instant then, int limit) {
        return later(() -> unused.entrySet().stream()
                .filter(each -> each.getValue().isBefore(then))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList());
    }

    @Override
    public Uni<Boolean> beginToForget(String id, Instant then) {
        return later(() -> {
            if (!unused.containsKey(id) || !unused.get(id).isBefore(then)) {
                return false;
            }
            if (byId.containsKey(id)) {
                hidden.put(id, byId.remove(id));
            }
            return true;
        });
    }

    @Override
    public Uni<Void> forget(String id) {
        return later(() -> {
            if (hidden.remove(id) != null) {
                unused.remove(id);
            }
            return null;
        });
    }

    private Image change(String id, UnaryOperator<Image> change) {
        return byId.computeIfPresent(id, (same, image) -> change.apply(image));
    }

    private boolean isUndecided(String id) {
        var image = byId.get(id);
        return image != null && image.stored() == null && image.rejection() == null;
    }

    private static Image with(Image image, Image.Stored stored, List<String> conversationIds) {
        return new Image(
                image.id(), image.ownerId(), image.format(), image.bytes(), stored, image.rejection(), conversationIds);
    }

    private <T> Uni<T> later(Supplier<T> step) {
        return Uni.createFrom().item(() -> {
            synchronized (byId) {
                return step.get();
            }
        });
    }
}
