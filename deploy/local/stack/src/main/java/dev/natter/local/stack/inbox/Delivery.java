package dev.natter.local.stack.inbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import jakarta.mail.MessagingException;
import java.io.IOException;

/** Takes mail over from GreenMail, which would keep every one of them for ever. */
final class Delivery implements MessageDeliveryHandler {
    private final Mailbox mailbox;
    private final MailParser parser;

    Delivery(Mailbox mailbox, MailParser parser) {
        this.mailbox = mailbox;
        this.parser = parser;
    }

    /** Called once for each recipient; the mail is one all the same. */
    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress recipient) throws MessagingException {
        var recipients = message.getToAddresses();
        if (recipients.isEmpty() || recipients.iterator().next().equals(recipient)) {
            try {
                mailbox.add(parser.parse(message));
            } catch (IOException e) {
                throw new MessagingException("unreadable mail", e);
            }
        }
        return NoUser.INSTANCE;
    }
}
