package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.Format;
import dev.natter.chat.attachment.inspection.TestImages;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.store.TestIds;
import dev.natter.testing.TestClock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Images for tests of what uses them. */
public final class StubImages {

    private static final byte[] SOUP = TestImages.encoded("png", 60, 40);

    private final InMemoryImages images = new InMemoryImages();
    private final InMemoryObjects store = new InMemoryObjects();

    /** The entry point to them. */
    public AttachImage attachImage(ConversationAccess access) {
        return new AttachImage(
                access,
                images,
                new InspectImage(images, store, new ImageFixture.TestLimits(), TestIds.at(new TestClock())),
                new TestClock());
    }

    /** A good image of 60 times 40 pixels that this user has uploaded. */
    public String uploaded(String id, String ownerId) {
        var image = Image.offered(id, ownerId, Format.PNG, SOUP.length);
        images.add(image, Instant.EPOCH).subscribeAsCompletionStage().join();
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
