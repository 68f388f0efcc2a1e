package dev.natter.chat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;

/** How tests look at a Uni. */
public final class Unis {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Unis() {}

    /** Its item. */
    public static <T> T get(Uni<T> uni) {
        return uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitItem(TIMEOUT)
                .getItem();
    }

    /** Its failure. */
    public static Throwable failure(Uni<?> uni) {
        return uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure(TIMEOUT)
                .getFailure();
    }
}
