package dev.natter.chat.image;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.image.format.Format;
import dev.natter.chat.image.format.Pictures;
import dev.natter.chat.store.TestIds;
import dev.natter.testing.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Images for tests of what uses them. */
public final class StubImages {

    private static final byte[] SOUP = Pictures.encoded("png", 60, 40);

    private final InMemoryImages images = new InMemoryImages();
    private final InMemoryStore store = new InMemoryStore();

    /** The door to them. */
    public UseImage useImage(ConversationAccess access) {
        return new UseImage(
                access,
                images,
                new VerifyImage(images, store, new ImageFixture.TestLimits(), TestIds.at(new TestClock())));
    }

    /** A good image of 60 times 40 pixels that this user has uploaded. */
    public String uploaded(String id, String ownerId) {
        var image = new Image(id, ownerId, Format.PNG, SOUP.length, null, List.of());
        images.add(image, Instant.EPOCH).subscribeAsCompletionStage().join();
        store.upload(id, SOUP);
        return id;
    }

    /** Verifying anything takes until then. */
    public void verifiedWhen(CompletableFuture<Void> then) {
        store.readableWhen(then);
    }

    /** From now on nothing can be verified. */
    public void goAway() {
        store.goAway();
    }
}
