package dev.natter.chat;

import static java.util.Map.entry;

import dev.natter.testing.BackingServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import java.util.Map;

/** What every {@code @QuarkusTest} of this module runs on; named once, so that the service boots once. */
@QuarkusTestResource(
        value = BackingServers.class,
        initArgs = @ResourceArg(name = "servers", value = "mongodb,redis,rabbitmq,s3"))
@QuarkusTestResource(UserServiceStub.class)
@QuarkusTestResource(TestBed.class)
public class TestBed implements QuarkusTestResourceLifecycleManager {

    /** A machine that is busy with tests is no neighbour that is away. */
    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                entry("natter.revocation.timeout", "20s"),
                entry("natter.revocation.recheck", "1s"),
                entry("NATTER_PROFILE_TIMEOUT", "20s"),
                entry("NATTER_MONGODB_SELECTION_TIMEOUT", "20S"),
                entry("NATTER_MONGODB_CONNECT_TIMEOUT", "20S"),
                entry("NATTER_MONGODB_POOL_TIMEOUT", "20S"),
                entry("NATTER_MONGODB_WRITE_TIMEOUT", "20S"),
                entry("NATTER_MONGODB_READ_TIMEOUT", "30S"),
                entry("NATTER_MESSAGE_MAX_WAIT", "30s"),
                // The tests look themselves.
                entry("NATTER_MISSED_MAIL_SWEEP", "1h"),
                entry("NATTER_REPORTS_TO", "reports@example.com"));
    }

    @Override
    public void stop() {}
}
