package dev.natter.user.audit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** An audit log for tests that do not read it. */
public final class AuditFakes {

    private AuditFakes() {}

    public static Audit audit() {
        return new Audit(new SimpleMeterRegistry());
    }
}
