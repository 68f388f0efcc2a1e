package dev.natter.mail.otp;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How a worker handles {@code otp-mail}. */
@ConfigMapping(prefix = "natter.mail")
interface OtpMailConfig {

    /** Sender address, without a display name. */
    String from();

    /** Maximum number of unacknowledged messages of one worker, those that wait for a retry included. */
    int unacknowledged();

    /** Delay after the first transient failure of a mail; doubles with each further one. */
    Duration firstRetry();

    /** Maximum delay between two attempts. */
    Duration slowestRetry();

    /** How long a graceful shutdown waits for SMTP conversations to finish. */
    Duration drainTimeout();
}
