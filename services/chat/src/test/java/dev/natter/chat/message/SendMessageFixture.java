package dev.natter.chat.message;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.attachment.StubImages;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.receipt.InMemoryReadPositions;
import dev.natter.chat.store.TestIds;
import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;

/** A conversation, LUNCH, of Alice and Bob, and everything that sending in it needs. */
class SendMessageFixture {

    static final String LUNCH = "lunch";
    static final String ALICE = "alice";
    static final String BOB = "bob";
    static final String MALLORY = "mallory";

    final TestClock clock = new TestClock();
    final InMemoryConversations conversations =
            new InMemoryConversations().with(LUNCH, ALICE, BOB).with("dinner", ALICE, BOB);
    final InMemoryMessages messages = new InMemoryMessages();
    final InMemoryReadPositions positions = new InMemoryReadPositions();
    final RecordingDelivery delivery = new RecordingDelivery();
    final StubImages images = new StubImages();
    final MessageLimits limits = new TestLimits(Duration.ofMillis(150));
    final SendMessage sendMessage = replica();

    /** One more replica of the service, on the same store. */
    final SendMessage replica() {
        return new SendMessage(
                messages,
                conversations.access(),
                images.attachImage(conversations.access()),
                new StoreMessage(messages, conversations.access(), clock),
                new TellMembers(
                        conversations.access(),
                        new ReadOwn(positions.own(), messages),
                        delivery,
                        new SimpleMeterRegistry()),
                limits,
                TestIds.at(clock),
                clock);
    }

    static SendMessageCommand text(String senderId, String text) {
        return new SendMessageCommand(LUNCH, senderId, UUID.randomUUID().toString(), text, null, null);
    }

    static SendMessageCommand picture(String senderId, String imageId) {
        return new SendMessageCommand(LUNCH, senderId, UUID.randomUUID().toString(), null, imageId, null);
    }

    /** Small, so that tests of limits are. */
    record TestLimits(Duration gapPatience) implements MessageLimits {
        @Override
        public int postsPerMinute() {
            return 1;
        }

        @Override
        public int maxTextLength() {
            return 10;
        }

        @Override
        public int maxWaiting() {
            return 5;
        }

        @Override
        public Duration maxWait() {
            return Duration.ofSeconds(5);
        }
    }
}
