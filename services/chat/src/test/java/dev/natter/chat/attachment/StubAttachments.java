package dev.natter.chat.attachment;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.mongo.TestIds;
import dev.natter.testing.TestClock;
import dev.natter.testing.images.TestImages;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Attachments for tests of what uses them. */
public final class StubAttachments {

    private static final byte[] SOUP = TestImages.encoded("png", 60, 40);

    private final InMemoryAttachments images = new InMemoryAttachments();
    private final InMemoryObjects store = new InMemoryObjects();

    /** The entry point to them. */
    public AttachmentService service(ConversationAccess access) {
        var clock = new TestClock();
        var limits = new AttachmentFixture.TestLimits();
        return new AttachmentService(
                access,
                images,
                null,
                new CheckUpload(
                        images,
                        new StorageQuota(images, limits, clock),
                        new RewriteImage(store, limits),
                        new CopyUpload(store, limits),
                        store,
                        limits,
                        TestIds.at(clock)),
                new AttachmentFixture.StubUrls(),
                new UnlimitedRates(),
                limits,
                clock);
    }

    /** A good image of 60 times 40 pixels that this user has uploaded. */
    public String uploaded(String id, String ownerId) {
        var image = Attachment.offered(
                id, AttachmentKind.IMAGE, ownerId, "image/png", SOUP.length, null, null, Instant.EPOCH);
        images.add(image).subscribeAsCompletionStage().join();
        store.upload(id, SOUP);
        return id;
    }

    /** Inspections take until then. */
    public void inspectedWhen(CompletableFuture<Void> then) {
        store.readableWhen(then);
    }

    /** From now on nothing can be inspected. */
    public void goAway() {
        store.goAway();
    }
}
