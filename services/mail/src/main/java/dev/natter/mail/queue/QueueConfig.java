package dev.natter.mail.queue;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How a worker handles its queues. */
@ConfigMapping(prefix = "natter.mail")
public interface QueueConfig {

    /** Maximum number of unacknowledged messages of one queue, those that wait for a retry included. */
    int unacknowledged();

    /** Delay after the first transient failure of a message; doubles with each further one. */
    Duration firstRetry();

    /** Maximum delay between two attempts. */
    Duration slowestRetry();

    /** How long a graceful shutdown waits for SMTP conversations to finish. */
    Duration drainTimeout();
}
