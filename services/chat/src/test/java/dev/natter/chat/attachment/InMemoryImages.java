package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.ImageRejection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Images as long as a test lasts. */
@Vetoed
final class InMemoryImages extends ImageRepository {

    private final Map<String, Image> byId = new LinkedHashMap<>();
    private final Map<String, Instant> unused = new LinkedHashMap<>();
    private final Map<String, Image> hidden = new LinkedHashMap<>();

    InMemoryImages() {
        super(null);
    }

    Image now(String id) {
        return byId.get(id);
    }

    @Override
    Uni<Void> add(Image offered) {
        return later(() -> {
            byId.put(offered.id(), offered);
            unused.put(offered.id(), offered.unusedSince());
            return null;
        });
    }

    @Override
    Uni<Image> get(String id) {
        return later(() -> byId.get(id));
    }

    @Override
    Uni<Image> store(String id, Image.Stored stored) {
        return later(() -> isUndecided(id)
                ? change(id, image -> with(image, stored, image.rejection(), image.conversationIds()))
                : null);
    }

    @Override
    Uni<Image> hold(String id, String conversationId, Instant at) {
        return later(() -> {
            if (byId.containsKey(id)) {
                unused.put(id, at);
            }
            return change(id, image -> {
                var holding = new ArrayList<>(image.conversationIds());
                holding.add(conversationId);
                return with(image, image.stored(), image.rejection(), holding);
            });
        });
    }

    @Override
    Uni<Void> reject(String id, ImageRejection rejection) {
        return later(() -> {
            if (isUndecided(id)) {
                change(id, image -> with(image, null, rejection, List.of()));
            }
            return null;
        });
    }

    @Override
    Uni<Void> confirm(Collection<String> ids, Instant then) {
        return later(() -> {
            ids.forEach(id -> unused.computeIfPresent(id, (same, at) -> at.isBefore(then) ? null : at));
            return null;
        });
    }

    @Override
    Uni<Void> hideAllOf(String ownerId) {
        return later(() -> {
            List.copyOf(byId.values()).stream()
                    .filter(image -> image.ownerId().equals(ownerId))
                    .forEach(image -> {
                        unused.put(image.id(), Instant.EPOCH);
                        hidden.put(image.id(), byId.remove(image.id()));
                    });
            return null;
        });
    }

    @Override
    Uni<Set<String>> hiddenAmong(Collection<String> ids) {
        return later(() -> ids.stream().filter(hidden::containsKey).collect(Collectors.toSet()));
    }

    @Override
    Uni<Void> suspect(String id, Instant then, Instant suspect) {
        return later(() -> {
            if (byId.containsKey(id) && !unused.getOrDefault(id, then).isAfter(then)) {
                unused.put(id, suspect);
            }
            return null;
        });
    }

    @Override
    Uni<Void> keep(String id, Collection<String> conversationIds, Instant suspect) {
        return later(() -> {
            if (suspect.equals(unused.get(id))) {
                unused.remove(id);
                change(id, image -> with(image, image.stored(), image.rejection(), List.copyOf(conversationIds)));
            }
            return null;
        });
    }

    @Override
    Uni<List<String>> unusedSince(Instant then, int limit) {
        return later(() -> unused.entrySet().stream()
                .filter(each -> each.getValue().isBefore(then))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList());
    }

    @Override
    Uni<Boolean> hide(String id, Instant then) {
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
    Uni<Void> remove(String id) {
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

    private static Image with(
            Image image, Image.Stored stored, ImageRejection rejection, List<String> conversationIds) {
        return new Image(
                image.id(),
                image.ownerId(),
                image.contentType(),
                image.bytes(),
                image.unusedSince(),
                stored,
                rejection,
                conversationIds,
                null);
    }

    private <T> Uni<T> later(Supplier<T> step) {
        return Uni.createFrom().item(() -> {
            synchronized (byId) {
                return step.get();
            }
        });
    }
}
