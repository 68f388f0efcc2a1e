package dev.natter.chat.message;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.attachment.StubAttachments;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.log.InMemoryEntries;
import dev.natter.chat.log.LogReplica;
import dev.natter.chat.mongo.TestIds;
import dev.natter.chat.receipt.InMemoryReadPositions;
import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A conversation, LUNCH, of Alice and Bob, and everything that sending in it needs. */
class SendMessageFixture {

    static final String LUNCH = "lunch";
    static final String ALICE = "alice";
    static final String BOB = "bob";
    static final String MALLORY = "mallory";

    final TestClock clock = new TestClock();
    final InMemoryConversations conversations =
            new InMemoryConversations().with(LUNCH, ALICE, BOB).with("dinner", ALICE, BOB);
    final InMemoryEntries entries = new InMemoryEntries();
    final InMemoryReadPositions positions = new InMemoryReadPositions();
    final RecordingDelivery delivery = new RecordingDelivery();
    /** By stored message, those who are to be notified of it. */
    final List<Set<String>> notified = new CopyOnWriteArrayList<>();

    final StubAttachments images = new StubAttachments();
    final LogReplica replica = replica();
    final SendMessage sendMessage = sendMessage(replica);

    /** One more replica of the service, on the same store. */
    final LogReplica replica() {
        return new LogReplica(conversations, entries, delivery, clock);
    }

    /** Sending at this replica. */
    final SendMessage sendMessage(LogReplica at) {
        return new SendMessage(
                at.log(),
                at.readLog(),
                conversations.access(),
                images.service(conversations.access()),
                delivery,
                new TestLimits(),
                TestIds.at(clock),
                (message, memberIds) -> notified.add(Set.copyOf(memberIds)),
                new SimpleMeterRegistry());
    }

    static SendMessageCommand text(String senderId, String text) {
        return new SendMessageCommand(LUNCH, senderId, UUID.randomUUID().toString(), text, null, null);
    }

    static SendMessageCommand picture(String senderId, String imageId) {
        return new SendMessageCommand(LUNCH, senderId, UUID.randomUUID().toString(), null, imageId, null);
    }

    /** Small, so that tests of limits are. */
    record TestLimits() implements MessageLimits {
        @Override
        public int postsPerMinute() {
            return 1;
        }

        @Override
        public int changesPerMinute() {
            return 1;
        }

        @Override
        public int receiptsPerMinute() {
            return 1;
        }

        @Override
        public Duration editWindow() {
            return Duration.ofHours(1);
        }

        @Override
        public int maxReactions() {
            return 2;
        }

        @Override
        public int maxReceiptMembers() {
            return 2;
        }

        @Override
        public int maxTextLength() {
            return 10;
        }
    }
}
