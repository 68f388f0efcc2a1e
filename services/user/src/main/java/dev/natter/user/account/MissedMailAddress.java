package dev.natter.user.account;

import dev.natter.events.UserEvent.MissedMailTo;
import dev.natter.user.account.Settings.MissedMail;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Where the mails about messages that a user has missed go: the only address that leaves this service in an event. */
@ApplicationScoped
class MissedMailAddress {

    private final UnsubscribeTokens tokens;

    MissedMailAddress(UnsubscribeTokens tokens) {
        this.tokens = tokens;
    }

    /** Null when the user wants none. */
    @Nullable MissedMailTo of(Account account) {
        return account.isDeleted() || account.settings().missedMail() == MissedMail.OFF
                ? null
                : new MissedMailTo(account.email().value(), tokens.of(account.id()));
    }
}
