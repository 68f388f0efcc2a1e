package dev.natter.user.email;

import dev.natter.events.OtpMail;
import dev.natter.user.account.Account;
import dev.natter.user.account.Accounts;
import dev.natter.user.account.FollowUp;
import dev.natter.user.otp.OtpMails;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Notifies the former address of an account that it was replaced. */
@ApplicationScoped
class MailNotice implements FollowUp {

    /** How long the mail service tries. */
    private static final Duration LIFETIME = Duration.ofDays(1);

    private static final String SUBJECT = "The e-mail address of your Natter account was changed";
    private static final String BODY = """
            Hello,

            your Natter account has a new e-mail address. You no longer sign in with this one, and all other devices
            are signed out.

            If you did not do this, contact the operator of your Natter server.
            """;

    private final OtpMails mails;
    private final Accounts accounts;

    MailNotice(OtpMails mails, Accounts accounts) {
        this.mails = mails;
        this.accounts = accounts;
    }

    @Override
    public Uni<Void> handle(Account account) {
        return Multi.createFrom()
                .iterable(account.followUps().notices())
                .onItem()
                .transformToUniAndConcatenate(
                        notice -> mails.send(mail(notice)).chain(() -> accounts.noticed(account.id(), notice)))
                .onItem()
                .ignoreAsUni();
    }

    private static OtpMail mail(Account.Notice notice) {
        return new OtpMail(
                notice.id(), notice.to().value(), SUBJECT, BODY, notice.at().plus(LIFETIME));
    }
}
