package dev.natter.user.audit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** An audit that nobody reads. */
public final class AuditFakes {

    private AuditFakes() {}

    public static Audit audit() {
        return new Audit(new SimpleMeterRegistry());
    }
}
