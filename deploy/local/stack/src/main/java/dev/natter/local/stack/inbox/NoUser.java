package dev.natter.local.stack.inbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** The account that GreenMail delivers to; drops everything, because the inbox has it already. */
enum NoUser implements GreenMailUser {
    INSTANCE;

    @Override
    public String getEmail() {
        return "discard@localhost";
    }

    @Override
    public String getLogin() {
        return "discard";
    }

    @Override
    public void deliver(MovingMessage message) {}

    @Override
    public void deliver(MimeMessage message) {}

    @Override
    public void create() {}

    @Override
    public void delete() {}

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}

    @Override
    public String getQualifiedMailboxName() {
        return "discard";
    }
}
