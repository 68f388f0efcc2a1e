package dev.natter.user.support;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** What a use case with fakes comes to. */
public final class Outcomes {

    private Outcomes() {}

    public static <T> T get(Uni<T> uni) {
        return uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertCompleted()
                .getItem();
    }

    public static Throwable failure(Uni<?> uni) {
        return uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailed()
                .getFailure();
    }
}
