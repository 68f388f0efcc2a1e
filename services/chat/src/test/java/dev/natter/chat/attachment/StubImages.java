package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.Format;
import dev.natter.chat.attachment.inspection.TestImages;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.mongo.TestIds;
import dev.natter.testing.TestClock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Images for tests of what uses them. */
public final class StubImages {

    private static final byte[] SOUP = TestImages.encoded("png", 60, 40);

    private final InMemoryImages images = new InMemoryImages();
    private final InMemoryObjects store = new InMemoryObjects();

    /** The entry point to them. */
    public ImageService service(ConversationAccess access) {
        var clock = new TestClock();
        var limits = new ImageFixture.TestLimits();
        return new ImageService(
                access,
                images,
                null,
                new InspectImage(images, store, limits, TestIds.at(clock)),
                new ImageFixture.StubUrlSigner(),
                new UnlimitedRates(),
                limits,
                TestIds.at(clock),
                clock);
    }

    /** A good image of 60 times 40 pixels that this user has uploaded. */
    public String uploaded(String id, String ownerId) {
        var image = Image.offered(id, ownerId, Format.PNG, SOUP.length, Instant.EPOCH);
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
