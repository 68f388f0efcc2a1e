package dev.natter.chat.image;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
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
    public Uni<Image> keep(String id, Image.Kept kept) {
        return later(() -> byId.get(id) == null || byId.get(id).kept() != null
                ? null
                : change(id, image -> with(image, kept, image.conversationIds())));
    }

    @Override
    public Uni<Image> hold(String id, String conversationId) {
        return later(() -> {
            if (byId.containsKey(id)) {
                unused.remove(id);
            }
            return change(id, image -> {
                var holding = new ArrayList<>(image.conversationIds());
                holding.add(conversationId);
                return with(image, image.kept(), holding);
            });
        });
    }

    @Override
    public Uni<Void> refuse(String id) {
        return later(() -> {
            if (byId.containsKey(id) && byId.get(id).kept() == null) {
                byId.remove(id);
                unused.remove(id);
            }
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

    private static Image with(Image image, Image.Kept kept, List<String> conversationIds) {
        return new Image(image.id(), image.ownerId(), image.format(), image.bytes(), kept, conversationIds);
    }

    private <T> Uni<T> later(Supplier<T> step) {
        return Uni.createFrom().item(() -> {
            synchronized (byId) {
                return step.get();
            }
        });
    }
}
