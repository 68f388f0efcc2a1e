package dev.natter.chat.attachment;

import dev.natter.chat.attachment.ImageService.AttachmentUsage;
import dev.natter.chat.attachment.S3ObjectStore.ObjectKeys;
import dev.natter.chat.attachment.inspection.Format;
import dev.natter.chat.attachment.inspection.TestImages;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.mongo.TestIds;
import dev.natter.testing.TestClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Images in a bucket, and two conversations: LUNCH of Alice and Bob, DINNER of Alice and Carol. */
class ImageFixture {

    static final String LUNCH = "lunch";
    static final String DINNER = "dinner";
    static final String ALICE = "alice";
    static final String BOB = "bob";
    static final String CAROL = "carol";
    static final byte[] SOUP = TestImages.encoded("png", 60, 40);
    static final byte[] SALAD = TestImages.encoded("png", 40, 60);

    final TestClock clock = new TestClock();
    final InMemoryConversations conversations =
            new InMemoryConversations().with(LUNCH, ALICE, BOB).with(DINNER, ALICE, CAROL);
    final InMemoryImages images = new InMemoryImages();
    final InMemoryObjects store = new InMemoryObjects();
    final ImageLimits limits = new TestLimits();
    final InspectImage inspectImage = new InspectImage(images, store, limits, TestIds.at(clock));
    final ImageService service = service(inspectImage);
    /** Images that messages have. */
    final Set<String> used = new HashSet<>();

    /** Conversations with messages that have an image. */
    final Map<String, Set<String>> holding = new HashMap<>();

    final AttachmentUsage usage = new AttachmentUsage() {
        @Override
        public Uni<Set<String>> usedAmong(Collection<String> ids) {
            return Uni.createFrom().item(ids.stream().filter(used::contains).collect(Collectors.toSet()));
        }

        @Override
        public Uni<Boolean> isUsed(String imageId, String conversationId, long fromSeq) {
            return Uni.createFrom().item(used.contains(imageId));
        }

        @Override
        public Uni<Set<String>> conversationsWith(String imageId) {
            return Uni.createFrom().item(holding.getOrDefault(imageId, Set.of()));
        }
    };

    final ImageSweep imageSweep = new ImageSweep(images, usage, store, limits, clock);
    final ReleaseImage releaseImage = new ReleaseImage(images, usage, imageSweep);

    ImageService service(InspectImage inspectImage) {
        return new ImageService(
                conversations.access(),
                images,
                usage,
                inspectImage,
                new StubUrlSigner(),
                new UnlimitedRates(),
                limits,
                TestIds.at(clock),
                clock);
    }

    /** Alice's upload of these bytes, declared as what they are. */
    String uploaded(String id, byte[] png) {
        offered(id, png.length);
        store.upload(id, png);
        return id;
    }

    void offered(String id, long bytes) {
        images.add(Image.offered(id, ALICE, Format.PNG, bytes, clock.instant()))
                .subscribeAsCompletionStage()
                .join();
    }

    /** Links that say where they lead. */
    @Vetoed
    static final class StubUrlSigner extends S3UrlSigner {

        StubUrlSigner() {
            super((S3Presigner) null, null, null, null);
        }

        @Override
        Uni<PresignedUrl> upload(Image image) {
            return Uni.createFrom().item(new PresignedUrl("put:" + ObjectKeys.upload(image.id()), Instant.EPOCH));
        }

        @Override
        Uni<PresignedUrl> read(Image image) {
            return Uni.createFrom()
                    .item(new PresignedUrl("get:" + image.stored().key(), Instant.EPOCH));
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
        public int inspections() {
            return 2;
        }

        @Override
        public int waitingInspections() {
            return 2;
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
