package dev.natter.mail.otp;

import static dev.natter.mail.queue.MessageFields.address;
import static dev.natter.mail.queue.MessageFields.body;
import static dev.natter.mail.queue.MessageFields.expiry;
import static dev.natter.mail.queue.MessageFields.id;
import static dev.natter.mail.queue.MessageFields.subject;

import dev.natter.events.OtpMail;
import dev.natter.mail.queue.MessageFields;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/** Decodes a message of {@code otp-mail}, so that every field is safe in SMTP commands and headers as it stands. */
@Singleton
@RegisterForReflection(targets = OtpMail.class)
class OtpMailReader {

    private final MessageFields json;

    OtpMailReader(MessageFields json) {
        this.json = json;
    }

    /**
     * Decodes a payload.
     *
     * @throws dev.natter.mail.queue.DeadLetterException when it is not one
     */
    OtpMail read(byte[] payload) {
        var fields = json.parse(payload);
        return new OtpMail(id(fields), address(fields), subject(fields), body(fields), expiry(fields));
    }
}
