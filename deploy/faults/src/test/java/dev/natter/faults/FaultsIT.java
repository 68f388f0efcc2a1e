package dev.natter.faults;

import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.nemesis.Nemeses;
import dev.natter.faults.nemesis.Nemesis;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Each fault that is asked for, one after the other, on the same two replicas of everything. {@code natter.faults} says
 * which ({@link Nemeses#asked}), {@code natter.faults.real} whether RabbitMQ and Redis are the real ones. What was measured
 * is in {@code target/faults.md}.
 */
@Tag("faults")
class FaultsIT {

    private static final List<String> REPORT = new ArrayList<>(List.of(
            "| fault | what happens | lasts | messages | mails | slowest `sent` | slowest to every screen | recovery | sockets closed | clean 503s | counted |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
    /** A few people send all the pictures of all the faults. */
    private static final Map<String, String> SETTINGS = Map.of("NATTER_IMAGE_UPLOADS_PER_HOUR", "100000");

    private static Vertx vertx;
    private static Cluster cluster;
    private static TestUsers town;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        cluster = Cluster.start(vertx, Boolean.getBoolean("natter.faults.real"), SETTINGS);
        town = new TestUsers(vertx, cluster);
    }

    @AfterAll
    static void stop() throws IOException {
        Files.write(Path.of("target", "faults.md"), REPORT);
        if (cluster != null) {
            cluster.close();
        }
        vertx.close();
    }

    @TestFactory
    Stream<DynamicTest> keepsItsPromises() {
        return Nemeses.asked(System.getProperty("natter.faults", "quick")).stream()
                .map(nemesis -> DynamicTest.dynamicTest(nemesis.name(), () -> tryIt(nemesis)));
    }

    private static void tryIt(Nemesis nemesis) {
        try {
            tell(new Trial(vertx, cluster, town, nemesis).run().line());
        } catch (AssertionError | RuntimeException failure) {
            tell("| `" + nemesis.name() + "` | failed: "
                    + String.valueOf(failure.getMessage()).lines().limit(3).toList() + " |");
            throw failure;
        }
    }

    private static void tell(String line) {
        REPORT.add(line);
        System.out.println(line);
    }
}
