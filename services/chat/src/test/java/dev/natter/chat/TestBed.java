package dev.natter.chat;

import dev.natter.testing.BackingServers;
import io.quarkus.test.common.QuarkusTestResource;

/** What every {@code @QuarkusTest} of this module runs on; named once, so that the service boots once. */
@QuarkusTestResource(BackingServers.class)
@QuarkusTestResource(UserServiceStub.class)
final class TestBed {

    private TestBed() {}
}
