package dev.natter.mail.outgoing;

import io.smallrye.config.ConfigMapping;

/** What every mail has. */
@ConfigMapping(prefix = "natter.mail.sender")
interface MailConfig {

    /** Sender address, without a display name. */
    String from();
}
