package dev.natter.chat.missedmail;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.log.MissedMessages.Missed;
import dev.natter.chat.profile.MissedMailRecipients.Claimed;
import dev.natter.chat.profile.ProfileService;
import dev.natter.events.Notification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the mail about missed messages: how many there are and where, never what they say. */
@ApplicationScoped
class ComposeMissedMail {

    private static final int MAX_LINES = 10;
    /** Members who stand for a group without a title. */
    private static final int MAX_NAMES = 3;
    /** After so long a mail that cannot be delivered is dead-lettered. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final ConversationAccess access;
    private final ProfileService profiles;
    private final MissedMailConfig config;

    ComposeMissedMail(ConversationAccess access, ProfileService profiles, MissedMailConfig config) {
        this.access = access;
        this.profiles = profiles;
        this.config = config;
    }

    /** The id is the same until a mail is recorded, so that a repeat can be recognised. */
    Uni<Notification.Mail> handle(Claimed claimed, Map<String, Missed> missed, Instant now) {
        var shown = missed.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Missed> each) ->
                                each.getValue().newestAt())
                        .reversed())
                .limit(MAX_LINES)
                .map(Map.Entry::getKey)
                .toList();
        return names(shown, claimed.userId()).map(names -> {
            var count = missed.values().stream().mapToLong(Missed::count).sum();
            var unsubscribe = config.origin() + "/api/v1/users/unsubscribe/"
                    + claimed.to().unsubscribeToken();
            var seed = claimed.userId() + " " + claimed.mailedUpTo();
            return new Notification.Mail(
                    UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                            .toString(),
                    claimed.to().address(),
                    messages(count) + " in Natter",
                    body(shown, missed, names, count, unsubscribe),
                    unsubscribe,
                    now.plus(LIFETIME));
        });
    }

    private String body(
            List<String> shown, Map<String, Missed> missed, Map<String, String> names, long count, String unsubscribe) {
        var lines = new ArrayList<String>();
        lines.add("You were away, and " + messages(count) + (count == 1 ? " is" : " are") + " unread:");
        lines.add("");
        shown.forEach(id -> {
            var each = missed.get(id);
            if (each != null) {
                lines.add("%s %s".formatted(messages(each.count()), names.getOrDefault(id, "in another conversation")));
            }
        });
        if (missed.size() > shown.size()) {
            lines.add("and more in %,d other conversations".formatted(missed.size() - shown.size()));
        }
        lines.add("");
        lines.add("Open Natter:");
        lines.add(config.origin() + "/");
        lines.add("");
        lines.add(
                "You get such a mail once a day at most, because it is switched on in your profile. To switch it off:");
        lines.add(unsubscribe);
        return String.join("\n", lines) + "\n";
    }

    private static String messages(long count) {
        return count == 1 ? "1 message" : "%,d messages".formatted(count);
    }

    private Uni<Map<String, String>> names(List<String> conversationIds, String userId) {
        return access.among(conversationIds, userId).chain(found -> {
            var people = found.stream()
                    .filter(each -> each.title() == null)
                    .flatMap(each -> each.others(userId).stream().limit(MAX_NAMES))
                    .distinct()
                    .toList();
            return profiles.names(people)
                    .map(names -> found.stream()
                            .collect(Collectors.toMap(Conversation::id, each -> name(each, userId, names::get))));
        });
    }

    private static String name(Conversation conversation, String userId, Function<String, String> names) {
        if (conversation.title() != null) {
            return "in " + conversation.title();
        }
        var others = conversation.others(userId);
        var named = others.stream().limit(MAX_NAMES).map(names).collect(Collectors.joining(", "));
        if (!conversation.isGroup()) {
            return "from " + named;
        }
        return "in the group with " + named + (others.size() > MAX_NAMES ? " and others" : "");
    }
}
