package dev.natter.mail.otp;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much this worker takes on, and how patiently. */
@ConfigMapping(prefix = "natter.mail")
interface WorkerConfig {

    /** The address that mails come from, without a name. */
    String from();

    /** How many SMTP conversations there are at once, at most. */
    int conversations();

    /** How many messages this worker holds at once, those that wait for another try among them. */
    int unacknowledged();

    /** How long to wait after a mail's first deferral; doubles with each further one. */
    Duration firstRetry();

    /** The longest wait between two tries. */
    Duration slowestRetry();

    /** How long the end of this worker waits for conversations that are under way. */
    Duration drainTimeout();
}
