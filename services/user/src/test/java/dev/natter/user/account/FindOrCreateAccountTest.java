package dev.natter.user.account;

import static dev.natter.user.support.Outcomes.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.events.UserEvent;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindOrCreateAccountTest {

    private static final EmailAddress GRACE = EmailAddress.of("grace.hopper@example.com");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final List<UserEvent> published = new ArrayList<>();
    private boolean brokerAway;
    private final FindOrCreateAccount openAccount = new FindOrCreateAccount(
            accounts,
            new PublishAccount(accounts, this::publish, AccountFakes.missedMail(), List.of()),
            Clock.fixed(NOON, ZoneOffset.UTC));

    private Uni<Void> publish(UserEvent event) {
        return brokerAway
                ? Uni.createFrom().failure(new IllegalStateException("away"))
                : Uni.createFrom().voidItem().invoke(() -> published.add(event));
    }

    @Test
    void theFirstTimeMakesAnAccountNamedAfterTheAddressAndTellsOfIt() {
        var account = get(openAccount.handle(GRACE));

        assertThat(account.name().value()).isEqualTo("grace.hopper");
        assertThat(account.createdAt()).isEqualTo(NOON);
        assertThat(published)
                .singleElement()
                .isEqualTo(new UserEvent.Registered(account.id() + ".1", NOON, account.id(), "grace.hopper", NOON, 1));
        assertThat(accounts.published).containsExactly(account);
    }

    @Test
    void theSecondTimeFindsIt() {
        var first = get(openAccount.handle(GRACE));

        var second = get(openAccount.handle(GRACE));

        assertThat(second).isEqualTo(first);
        assertThat(published).hasSize(1);
    }

    @Test
    void whoComesSecondInARaceGetsTheAccountOfTheFirst() {
        var first = Account.registered("first", GRACE, NOON);
        accounts.beforeAdd = () -> accounts.put(first);

        var account = get(openAccount.handle(GRACE));

        assertThat(account).isEqualTo(first);
        assertThat(published).isEmpty();
    }

    @Test
    void signsInWhileTheBrokerIsUnavailable() {
        brokerAway = true;

        var account = get(openAccount.handle(GRACE));

        assertThat(account.email()).isEqualTo(GRACE);
        assertThat(accounts.published).isEmpty();
    }
}
