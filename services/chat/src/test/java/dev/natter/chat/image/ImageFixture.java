package dev.natter.chat.image;

import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.image.format.Format;
import dev.natter.chat.image.format.Pictures;
import dev.natter.chat.store.TestIds;
import dev.natter.testing.TestClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Images in a bucket, and two conversations: LUNCH of Alice and Bob, DINNER of Alice and Carol. */
class ImageFixture {

    static final String LUNCH = "lunch";
    static final String DINNER = "dinner";
    static final String ALICE = "alice";
    static final String BOB = "bob";
    static final String CAROL = "carol";
    static final byte[] SOUP = Pictures.encoded("png", 60, 40);
    static final byte[] SALAD = Pictures.encoded("png", 40, 60);

    final TestClock clock = new TestClock();
    final InMemoryConversations conversations =
            new InMemoryConversations().with(LUNCH, ALICE, BOB).with(DINNER, ALICE, CAROL);
    final InMemoryImages images = new InMemoryImages();
    final InMemoryStore store = new InMemoryStore();
    final ImageLimits limits = new TestLimits();
    final VerifyImage verifyImage = new VerifyImage(images, store, limits, TestIds.at(clock));
    final UseImage useImage = new UseImage(conversations.access(), images, verifyImage);
    final ShowImage showImage = new ShowImage(conversations.access(), images, verifyImage, new StubLinks());
    final SweepImages sweepImages = new SweepImages(images, store, limits, clock);

    /** Alice's upload of these bytes, declared as what they are. */
    String uploaded(String id, byte[] png) {
        offered(id, png.length);
        store.upload(id, png);
        return id;
    }

    void offered(String id, long bytes) {
        images.add(new Image(id, ALICE, Format.PNG, bytes, null, List.of()), clock.instant())
                .subscribeAsCompletionStage()
                .join();
    }

    /** Links that say where they lead. */
    static final class StubLinks implements Links {

        @Override
        public Uni<Link> upload(Image image) {
            return Uni.createFrom().item(new Link("put:" + Keys.upload(image.id()), Instant.EPOCH));
        }

        @Override
        public Uni<Link> read(Image image, Image.Kept kept) {
            return Uni.createFrom().item(new Link("get:" + kept.key(), Instant.EPOCH));
        }
    }

    /** As the contract has them. */
    static final class TestLimits implements ImageLimits {

        @Override
        public long maxBytes() {
            return 10_485_760;
        }

        @Override
        public int maxSide() {
            return 12_000;
        }

        @Override
        public int uploadsPerHour() {
            return 3;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration uploadLifetime() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration linkLifetime() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration unusedLifetime() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration sweep() {
            return Duration.ofMinutes(10);
        }
    }
}
