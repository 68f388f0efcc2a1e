package dev.natter.user.session;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions as {@link SessionRepository} keeps them, without MongoDB. */
final class InMemorySessions implements Sessions {

    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Instant> unpublished = new HashMap<>();
    private final Clock clock;

    InMemorySessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(Session session) {
        return Uni.createFrom().voidItem().invoke(() -> sessions.put(session.id(), session));
    }

    @Override
    public Uni<Optional<Session>> get(String id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(sessions.get(id)));
    }

    @Override
    public Uni<Optional<Session>> rotate(Rotation rotation) {
        return get(rotation.sessionId())
                .map(found -> found.filter(session -> session.isLive(clock.instant()))
                        .filter(session -> session.tokens().current().equals(rotation.shown()))
                        .map(session -> put(new Session(
                                session.id(),
                                session.userId(),
                                rotation.device(),
                                session.createdAt(),
                                clock.instant(),
                                clock.instant().plus(Duration.ofDays(7)),
                                session.endsAt(),
                                null,
                                new Session.Tokens(
                                        rotation.next(), rotation.shown(), rotation.sealedNext(), clock.instant())))));
    }

    private Session put(Session session) {
        sessions.put(session.id(), session);
        return session;
    }

    @Override
    public Uni<Optional<Session>> end(String id) {
        return get(id).map(found -> found.filter(session -> session.endedAt() == null)
                .map(session -> {
                    unpublished.put(id, clock.instant().plusSeconds(10));
                    return put(new Session(
                            session.id(),
                            session.userId(),
                            session.device(),
                            session.createdAt(),
                            session.lastUsedAt(),
                            session.idleUntil(),
                            session.endsAt(),
                            clock.instant(),
                            session.tokens()));
                }));
    }

    @Override
    public Uni<List<Session>> live(String userId, SessionCursor after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<Session>> claimUnpublished(Instant until, int limit) {
        return Uni.createFrom().item(() -> {
            var due = unpublished.entrySet().stream()
                    .filter(entry -> !entry.getValue().isAfter(clock.instant()))
                    .map(Map.Entry::getKey)
                    .toList();
            due.forEach(id -> unpublished.put(id, until));
            return due.stream().map(sessions::get).toList();
        });
    }

    @Override
    public Uni<Void> published(Session session) {
        return Uni.createFrom().voidItem().invoke(() -> unpublished.remove(session.id()));
    }
}
