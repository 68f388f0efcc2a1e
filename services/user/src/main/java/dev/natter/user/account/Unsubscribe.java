package dev.natter.user.account;

import dev.natter.user.account.Settings.MissedMail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Switches off the mails about missed messages of the user to whom a token belongs. */
@ApplicationScoped
class Unsubscribe {

    private static final ProfileChange OFF = new ProfileChange(null, null, null, null, MissedMail.OFF);

    private final UnsubscribeTokens tokens;
    private final Accounts accounts;
    private final PublishAccount publish;

    Unsubscribe(UnsubscribeTokens tokens, Accounts accounts, PublishAccount publish) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.publish = publish;
    }

    /** Changes nothing when they are off already, the account does not exist or the token is none. */
    Uni<Void> handle(String token) {
        return tokens.userOf(token)
                .map(userId -> accounts.get(userId)
                        .chain(found -> found.filter(
                                        account -> account.settings().missedMail() != MissedMail.OFF)
                                .map(account -> accounts.change(userId, OFF)
                                        .call(changed -> changed.map(publish::handle)
                                                .orElseGet(
                                                        () -> Uni.createFrom().voidItem())))
                                .orElseGet(() -> Uni.createFrom().item(found))))
                .map(Uni::replaceWithVoid)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
