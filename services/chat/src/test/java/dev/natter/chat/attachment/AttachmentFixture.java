package dev.natter.chat.attachment;

import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.mongo.TestIds;
import dev.natter.storage.PresignedUrl;
import dev.natter.testing.TestClock;
import dev.natter.testing.images.TestImages;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Images in a bucket, and two conversations: LUNCH of Alice and Bob, DINNER of Alice and Carol. */
class AttachmentFixture {

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
    final InMemoryAttachments images = new InMemoryAttachments();
    final InMemoryObjects store = new InMemoryObjects();
    final TestLimits limits = new TestLimits();
    final StorageQuota quota = new StorageQuota(images, limits, clock);
    final AttachmentService service = service(checkUpload());
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

    final AttachmentSweep sweep = new AttachmentSweep(images, usage, store, limits, clock);
    final ReleaseAttachment releaseAttachment = new ReleaseAttachment(images, usage, sweep);

    /** The checks of one more replica. */
    CheckUpload checkUpload() {
        return new CheckUpload(
                images,
                quota,
                new RewriteImage(store, limits),
                new CopyUpload(store, limits),
                store,
                limits,
                TestIds.at(clock));
    }

    AttachmentService service(CheckUpload checkUpload) {
        return new AttachmentService(
                conversations.access(),
                images,
                usage,
                checkUpload,
                new StubUrls(),
                new UnlimitedRates(),
                limits,
                clock);
    }

    static AttachmentId image(String id) {
        return new AttachmentId(AttachmentKind.IMAGE, id);
    }

    /** Alice's upload of these bytes, declared as what they are. */
    String uploaded(String id, byte[] png) {
        offered(id, png.length);
        store.upload(id, png);
        return id;
    }

    void offered(String id, long bytes) {
        images.add(Attachment.offered(id, AttachmentKind.IMAGE, ALICE, "image/png", bytes, null, null, clock.instant()))
                .subscribeAsCompletionStage()
                .join();
    }

    /** Links that say where they lead. */
    @Vetoed
    static final class StubUrls extends AttachmentUrls {

        StubUrls() {
            super(null, null);
        }

        @Override
        Uni<PresignedUrl> upload(Attachment image) {
            return Uni.createFrom().item(new PresignedUrl("put:" + ObjectKeys.upload(image.id()), Instant.EPOCH));
        }

        @Override
        Uni<PresignedUrl> read(Attachment image) {
            return Uni.createFrom()
                    .item(new PresignedUrl("get:" + image.stored().key(), Instant.EPOCH));
        }
    }

    /** As the contract has them. */
    static final class TestLimits implements AttachmentLimits {

        private long storagePerUser;

        void storagePerUser(long bytes) {
            storagePerUser = bytes;
        }

        @Override
        public MemorySize storagePerUser() {
            return new MemorySize(BigInteger.valueOf(storagePerUser));
        }

        @Override
        public long imageMaxBytes() {
            return 10_485_760;
        }

        @Override
        public int imageMaxSide() {
            return 12_000;
        }

        @Override
        public int imageUploadsPerHour() {
            return 3;
        }

        @Override
        public long fileMaxBytes() {
            return 104_857_600;
        }

        @Override
        public int fileUploadsPerHour() {
            return 3;
        }

        @Override
        public Duration fileUploadLifetime() {
            return Duration.ofHours(1);
        }

        @Override
        public long voiceMaxBytes() {
            return 10_485_760;
        }

        @Override
        public Duration voiceMaxDuration() {
            return Duration.ofMinutes(10);
        }

        @Override
        public int voiceUploadsPerHour() {
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
        public Duration timeout() {
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
