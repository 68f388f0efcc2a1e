package dev.natter.chat.profile;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the user service over HTTP. */
@ApplicationScoped
class RestUserDirectory implements UserDirectory {

    /** As many as the user service answers at once. */
    private static final int AT_ONCE = 100;

    private static final Duration WORTH_ANOTHER_TRY = Duration.ofSeconds(2);

    private final UserServiceCalls calls;

    RestUserDirectory(UserServiceCalls calls) {
        this.calls = calls;
    }

    @Override
    public Uni<List<Profile>> find(Collection<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(some -> orRefused(() -> calls.find(String.join(",", some))))
                .collect()
                .in(ArrayList<Profile>::new, (all, page) -> all.addAll(page.profiles()))
                .map(List::copyOf);
    }

    @Override
    public Uni<DirectoryPage> page(@Nullable String after) {
        return orRefused(() -> calls.page(after, AT_ONCE));
    }

    private static Uni<DirectoryPage> orRefused(Supplier<Uni<DirectoryPage>> call) {
        return Uni.createFrom()
                .deferred(() -> call.get())
                .onFailure()
                .invoke(failure -> Log.warnf("the user service cannot be asked: %s", failure))
                .onFailure()
                .transform(failure -> Refusal.unavailable(
                        ErrorCode.USER_SERVICE_UNAVAILABLE,
                        "The user service cannot be asked right now.",
                        WORTH_ANOTHER_TRY));
    }
}
