package dev.natter.chat.attachment;

import dev.natter.chat.attachment.Attachment.Stored;
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

/** Attachments as long as a test lasts. */
@Vetoed
final class InMemoryAttachments extends AttachmentRepository {

    private final Map<String, Attachment> byId = new LinkedHashMap<>();
    private final Map<String, Instant> unused = new LinkedHashMap<>();
    private final Map<String, Attachment> hidden = new LinkedHashMap<>();

    InMemoryAttachments() {
        super(null);
    }

    Attachment now(String id) {
        return byId.get(id);
    }

    @Override
    Uni<Void> add(Attachment offered) {
        return later(() -> {
            byId.put(offered.id(), offered);
            unused.put(offered.id(), offered.unusedSince());
            return null;
        });
    }

    @Override
    Uni<Attachment> get(String id) {
        return later(() -> byId.get(id));
    }

    @Override
    Uni<Attachment> store(String id, Stored stored) {
        return later(() -> isUndecided(id)
                ? change(id, each -> with(each, stored, each.rejection(), each.conversationIds()))
                : null);
    }

    @Override
    Uni<Attachment> hold(String id, String conversationId, Instant at) {
        return later(() -> {
            if (byId.containsKey(id)) {
                unused.put(id, at);
            }
            return change(id, each -> {
                var holding = new ArrayList<>(each.conversationIds());
                holding.add(conversationId);
                return with(each, each.stored(), each.rejection(), holding);
            });
        });
    }

    @Override
    Uni<Void> reject(String id, Rejection rejection) {
        return later(() -> {
            if (isUndecided(id)) {
                change(id, each -> with(each, null, rejection, List.of()));
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
                    .filter(each -> each.ownerId().equals(ownerId))
                    .forEach(each -> {
                        unused.put(each.id(), Instant.EPOCH);
                        hidden.put(each.id(), byId.remove(each.id()));
                    });
            return null;
        });
    }

    @Override
    Uni<Long> bytesOf(String ownerId, Instant offeredAfter, String last) {
        return later(() -> byId.values().stream()
                .filter(each -> each.ownerId().equals(ownerId))
                .filter(each -> each.stored() != null
                        || (each.rejection() == null
                                && unused.getOrDefault(each.id(), Instant.MIN).isAfter(offeredAfter)
                                && (last == null || each.id().compareTo(last) <= 0)))
                .mapToLong(each ->
                        each.stored() == null ? each.bytes() : each.stored().bytes())
                .sum());
    }

    @Override
    Uni<Void> withdraw(String id) {
        return later(() -> {
            byId.remove(id);
            unused.remove(id);
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
                change(id, each -> with(each, each.stored(), each.rejection(), List.copyOf(conversationIds)));
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
    Uni<Attachment> hide(String id, Instant then) {
        return later(() -> {
            if (!unused.containsKey(id) || !unused.get(id).isBefore(then)) {
                return null;
            }
            if (byId.containsKey(id)) {
                hidden.put(id, byId.remove(id));
            }
            return hidden.get(id);
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

    private Attachment change(String id, UnaryOperator<Attachment> change) {
        return byId.computeIfPresent(id, (same, each) -> change.apply(each));
    }

    private boolean isUndecided(String id) {
        var each = byId.get(id);
        return each != null && each.stored() == null && each.rejection() == null;
    }

    private static Attachment with(
            Attachment attachment, Stored stored, Rejection rejection, List<String> conversationIds) {
        return new Attachment(
                attachment.id(),
                attachment.kind(),
                attachment.ownerId(),
                attachment.contentType(),
                attachment.bytes(),
                attachment.name(),
                attachment.recording(),
                attachment.multipartId(),
                attachment.unusedSince(),
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
