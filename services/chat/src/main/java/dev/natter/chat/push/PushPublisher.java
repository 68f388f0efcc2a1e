package dev.natter.chat.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.notification.Notifications;
import dev.natter.chat.profile.ProfileService;
import dev.natter.chat.push.PushPending.Pair;
import dev.natter.events.Notification;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Publishes what browsers are to be sent, to the mail service. */
@ApplicationScoped
class PushPublisher {

    private static final int MAX_TEXT = 120;
    private static final int MAX_CONCURRENCY = 16;
    /** The mail service gives up then. */
    private static final Duration RETRIED_FOR = Duration.ofHours(1);

    private static final Duration WITHDRAWN_WITHIN = Duration.ofHours(1);
    private static final Pattern MENTION = Pattern.compile("@\\[([A-Za-z0-9_-]{1,64})]");

    private final Notifications notifications;
    private final ProfileService profiles;
    private final Memberships memberships;
    private final PushConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    PushPublisher(
            Notifications notifications,
            ProfileService profiles,
            Memberships memberships,
            PushConfig config,
            ObjectMapper json,
            Clock clock) {
        this.notifications = notifications;
        this.profiles = profiles;
        this.memberships = memberships;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Publishes the messages to all browsers of their recipients. Never fails.
     *
     * @param unpublished called with those that the broker did not confirm
     */
    Uni<Void> messages(
            Map<Pair, MessageView> due,
            Map<String, List<PushSubscription>> byUser,
            BiConsumer<Pair, MessageView> unpublished) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return profiles.names(mentionedAndSenders(due))
                .chain(names -> memberships
                        .titles(due.values().stream()
                                .map(MessageView::conversationId)
                                .collect(Collectors.toSet()))
                        .chain(titles -> Multi.createFrom()
                                .iterable(due.entrySet())
                                .onItem()
                                .transformToUni(each -> toAll(
                                                byUser.getOrDefault(
                                                        each.getKey().userId(), List.of()),
                                                each.getKey(),
                                                PushPayload.message(each.getValue(), names, titles),
                                                config.timeToLive(),
                                                true)
                                        .onFailure()
                                        .invoke(failure -> unpublished.accept(each.getKey(), each.getValue()))
                                        .onFailure()
                                        .recoverWithNull())
                                .merge(MAX_CONCURRENCY)
                                .onItem()
                                .ignoreAsUni()))
                .onFailure()
                .invoke(failure -> {
                    Log.warnf("Notifications are published later: %s", failure.getMessage());
                    due.forEach(unpublished);
                })
                .onFailure()
                .recoverWithNull();
    }

    /** Withdraws what these users have read, up to these numbers. Never fails. */
    Uni<Void> withdrawals(Set<Pair> read, Map<Pair, Long> seqs, Map<String, List<PushSubscription>> byUser) {
        return Multi.createFrom()
                .iterable(read)
                .onItem()
                .transformToUni(pair -> toAll(
                                byUser.getOrDefault(pair.userId(), List.of()),
                                pair,
                                PushPayload.read(pair.conversationId(), seqs.getOrDefault(pair, 0L)),
                                WITHDRAWN_WITHIN,
                                false)
                        .onFailure()
                        .recoverWithNull())
                .merge(MAX_CONCURRENCY)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> toAll(
            List<PushSubscription> browsers, Pair pair, PushPayload payload, Duration timeToLive, boolean isUrgent) {
        return Multi.createFrom()
                .iterable(browsers)
                .onItem()
                .transformToUniAndConcatenate(browser -> notifications.publish(new Notification.Push(
                        UUID.randomUUID().toString(),
                        browser.id(),
                        browser.endpoint(),
                        browser.p256dh(),
                        browser.auth(),
                        encode(payload),
                        timeToLive.toSeconds(),
                        topic(pair.conversationId()),
                        isUrgent,
                        clock.instant().plus(RETRIED_FOR))))
                .onItem()
                .ignoreAsUni();
    }

    /** One of a conversation replaces the one before it, also at a push service whose browser is away. */
    private static @Nullable String topic(String conversationId) {
        var topic = conversationId.replaceAll("[^A-Za-z0-9_-]", "");
        return topic.isEmpty() ? null : topic.substring(Math.max(0, topic.length() - 32));
    }

    private String encode(PushPayload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot encode a payload", failure);
        }
    }

    private static Set<String> mentionedAndSenders(Map<Pair, MessageView> due) {
        Set<String> ids = new HashSet<>();
        for (var message : due.values()) {
            ids.add(message.senderId());
            if (message.text() != null) {
                MENTION.matcher(message.text()).results().forEach(found -> ids.add(found.group(1)));
            }
        }
        return ids;
    }

    /**
     * What the service worker gets.
     *
     * @param type {@code message}: show it; {@code read}: remove what is shown of this conversation up to {@code seq}
     * @param title of a group
     * @param text at most {@value #MAX_TEXT} characters; null when the message has none
     * @param attachment the kind of its attachment, for which the service worker has words
     * @param fileName of a file
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PushPayload(
            String type,
            String conversationId,
            long seq,
            @Nullable String senderId,
            @Nullable String senderName,
            @Nullable String title,
            @Nullable String text,
            @Nullable String attachment,
            @Nullable String fileName) {

        static PushPayload message(MessageView message, Map<String, String> names, Map<String, String> titles) {
            return new PushPayload(
                    "message",
                    message.conversationId(),
                    message.seq(),
                    message.senderId(),
                    names.get(message.senderId()),
                    titles.get(message.conversationId()),
                    message.text() == null ? null : shortened(named(message.text(), names)),
                    message.attachment() == null ? null : message.attachment().kind(),
                    message.file() == null ? null : shortened(message.file().name()));
        }

        static PushPayload read(String conversationId, long seq) {
            return new PushPayload("read", conversationId, seq, null, null, null, null, null, null);
        }

        private static String named(String text, Map<String, String> names) {
            return MENTION.matcher(text).replaceAll(found -> {
                var name = names.get(found.group(1));
                return Matcher.quoteReplacement(name == null ? found.group() : "@" + name);
            });
        }

        private static String shortened(String text) {
            var points = text.codePoints().limit(MAX_TEXT + 1L).toArray();
            return points.length <= MAX_TEXT ? text : new String(points, 0, MAX_TEXT - 1) + "…";
        }

        /** Leaves names and text out: they must not reach a log. */
        @Override
        public String toString() {
            return "PushPayload[type=%s, conversationId=%s, seq=%d]".formatted(type, conversationId, seq);
        }
    }
}
