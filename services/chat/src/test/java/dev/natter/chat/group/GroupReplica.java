package dev.natter.chat.group;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.conversation.ConversationLimits;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.log.ConversationLog;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.InMemoryEntries;
import dev.natter.chat.log.LogReplica;
import dev.natter.chat.log.ReadLog;
import dev.natter.chat.mongo.TestIds;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.chat.profile.StubDirectory;
import dev.natter.chat.receipt.InMemoryReadPositions;
import dev.natter.testing.TestClock;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One replica that changes groups and sends to them, on a store that it shares with others. */
final class GroupReplica {

    final RecordingDelivery delivery = new RecordingDelivery();
    final ConversationLog log;
    final ReadLog readLog;
    final ChangeGroup changeGroup;
    /** To whom each message was published here, by number. */
    final Map<Long, List<String>> published = new ConcurrentHashMap<>();

    GroupReplica(
            InMemoryConversations conversations,
            InMemoryEntries entries,
            InMemoryReadPositions positions,
            StubDirectory users,
            TestClock clock) {
        var groupChanges = conversations.changedBy(entries, positions, (id, added, removed) -> {});
        var replica = new LogReplica(conversations, entries, delivery, clock);
        var stored = new InMemoryProfiles();
        var profiles = stored.service(users);
        log = replica.log();
        readLog = replica.readLog();
        changeGroup = new ChangeGroup(
                conversations.access(),
                conversations.memberships(),
                groupChanges,
                conversations.starting(entries, positions, profiles, stored.privacy(), delivery, new Limits()),
                log,
                profiles,
                stored.privacy(),
                // No group has a photo.
                null,
                delivery,
                new Limits(),
                TestIds.at(clock));
    }

    Uni<Entry> send(String conversationId, String senderId, String text) {
        return Uni.createFrom()
                .deferred(() -> log.append(
                        LogReplica.text(conversationId, senderId, text),
                        (entry, members) -> published.put(entry.seq(), List.copyOf(members))))
                .map(ConversationLog.Appended::entry);
    }

    private record Limits() implements ConversationLimits {

        @Override
        public int maxMembers() {
            return 8;
        }

        @Override
        public int startsPerHour() {
            return 1;
        }

        @Override
        public int maxPinned() {
            return 1;
        }

        @Override
        public int maxTitleLength() {
            return 80;
        }
    }
}
