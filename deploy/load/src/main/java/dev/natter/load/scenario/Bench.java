package dev.natter.load.scenario;

import dev.natter.load.Options;
import dev.natter.load.client.Api;
import dev.natter.load.client.ConnectionOpener;
import dev.natter.load.measure.Processes;
import dev.natter.load.people.Signer;
import dev.natter.load.people.TestUsers;
import dev.natter.load.stack.Target;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What scenarios work with.
 *
 * @param target as it is now
 * @param progress called with each step, in words
 */
public record Bench(Options options, Supplier<Target> target, Vertx vertx, Clock clock, Consumer<String> progress) {

    /** REST at the public origin. */
    public Api api() {
        return new Api(vertx, target.get().app());
    }

    /** Sockets at every replica in turn. */
    public ConnectionOpener links() {
        return new ConnectionOpener(vertx, target.get().sockets());
    }

    /** The measured processes. */
    public Processes processes() {
        return new Processes(target.get().pids());
    }

    /**
     * A maker of people.
     *
     * @throws Unanswerable when no signing key or no broker was named
     */
    public TestUsers people() {
        var now = target.get();
        var key = now.key()
                .orElseThrow(() -> new UnsupportedTargetException("needs --key, the set that signs access tokens"));
        return new TestUsers(new Signer(key, now.app(), clock), server("rabbitmq"), clock);
    }

    /**
     * The address of a backing server.
     *
     * @throws Unanswerable when it was not named
     */
    public URI server(String name) {
        return target.get()
                .server(name)
                .orElseThrow(() -> new UnsupportedTargetException("needs --" + name + ", its address"));
    }

    /** Prints progress. */
    public void say(String what) {
        progress.accept(what);
    }

    /** The same at another target. */
    Bench at(Supplier<Target> other) {
        return new Bench(options, other, vertx, clock, progress);
    }
}
