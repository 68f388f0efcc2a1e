package dev.natter.user.otp;

import static dev.natter.user.support.Outcomes.failure;
import static dev.natter.user.support.Outcomes.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.events.OtpMail;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimitPermit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.user.account.EmailAddress;
import dev.natter.user.device.DeviceFakes;
import dev.natter.user.device.DeviceTokens;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueOtpTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final FakeLimits limits = new FakeLimits();
    private final FakeChallenges challenges = new FakeChallenges();
    private final FakeMails mails = new FakeMails();
    private final IssueOtp issueOtp = new IssueOtp(
            DeviceFakes.knowing("laptop"),
            limits,
            challenges,
            mails,
            new FixedOtpConfig(),
            new SecureRandom(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void theMailedCodeIsTheOneThatTheChallengeTakes() {
        var challengeId = get(issueOtp.handle(ADA, "192.0.2.1", DeviceTokens.NONE));

        var mail = mails.sent.get(0);
        assertThat(challenges.open).containsOnlyKeys(challengeId);
        assertThat(mail.subject()).startsWith(challenges.open.get(challengeId).digits());
        assertThat(mail.body().lines())
                .contains(challenges.open.get(challengeId).digits());
        assertThat(mail.expiresAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(mail.body()).doesNotContain("://").doesNotContain("www.");
    }

    @Test
    void twoRequestsHaveTwoCodesAndTwoChallenges() {
        get(issueOtp.handle(ADA, "192.0.2.1", DeviceTokens.NONE));
        get(issueOtp.handle(ADA, "192.0.2.1", DeviceTokens.NONE));

        assertThat(challenges.open).hasSize(2);
        assertThat(mails.sent).extracting(OtpMail::id).doesNotHaveDuplicates();
    }

    @Test
    void whenTheBrokerDoesNotTakeTheMailNothingStaysBehind() {
        mails.away = true;

        var refusal = (ApiException) failure(issueOtp.handle(ADA, "192.0.2.1", DeviceTokens.NONE));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.retryAfter()).isPositive();
        assertThat(challenges.open).isEmpty();
        assertThat(limits.taken).isEmpty();
    }

    @Test
    void whenNotEvenThatCanBeUndoneTheAnswerIsTheSame() {
        mails.away = true;
        challenges.broken = true;

        var refusal = (ApiException) failure(issueOtp.handle(ADA, "192.0.2.1", DeviceTokens.NONE));

        assertThat(refusal.code()).isEqualTo("mail_unavailable");
        assertThat(limits.taken).isEmpty();
    }

    @Test
    void whoIsOverHisLimitGetsNoMail() {
        limits.exhausted = RateLimit.OTP_ADDRESS;

        var refusal = (ApiException) failure(issueOtp.handle(ADA, "192.0.2.1", DeviceTokens.NONE));

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(mails.sent).isEmpty();
        assertThat(limits.taken).as("the network's share is given back").isEmpty();
    }

    @Test
    void aPausedRedisDelaysTheAnswerByItsTimeoutAndABoundedUndo() {
        limits.paused = true;

        var failure = issueOtp.handle(ADA, "192.0.2.1", DeviceTokens.NONE)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure(Duration.ofSeconds(3))
                .getFailure();

        assertThat(((ApiException) failure).status()).isEqualTo(503);
        assertThat(mails.sent).isEmpty();
    }

    @Test
    void theLimitsAreThoseOfTheContract() {
        get(issueOtp.handle(ADA, "192.0.2.1", DeviceTokens.NONE));

        assertThat(limits.rates.get(RateLimit.OTP_ADDRESS))
                .contains(new Rate(1, Duration.ofSeconds(60)), new Rate(10, Duration.ofHours(1)));
        assertThat(limits.rates.get(RateLimit.OTP_NETWORK)).contains(new Rate(100, Duration.ofHours(1)));
    }

    private static final class FakeLimits implements RateLimits {
        private final List<RateLimitPermit> taken = new ArrayList<>();
        private final Map<RateLimit, List<Rate>> rates = new HashMap<>();
        private RateLimit exhausted;
        private boolean paused;

        @Override
        public Uni<RateLimitPermit> acquire(RateLimit limit, String subject, List<Rate> rates, int uses) {
            this.rates.put(limit, rates);
            if (limit == exhausted) {
                return Uni.createFrom()
                        .failure(ApiException.tooMany(ErrorCode.RATE_LIMITED, "", Duration.ofSeconds(1)));
            }
            if (paused && limit == RateLimit.OTP_ADDRESS) {
                return Uni.createFrom()
                        .failure(ApiException.unavailable(ErrorCode.STORE_UNAVAILABLE, "", Duration.ofSeconds(1)));
            }
            var permit = new RateLimitPermit(limit, subject, String.valueOf(taken.size()), uses);
            taken.add(permit);
            return Uni.createFrom().item(permit);
        }

        @Override
        public Uni<Void> release(RateLimitPermit permit) {
            return paused
                    ? Uni.createFrom().nothing()
                    : Uni.createFrom().voidItem().invoke(() -> taken.remove(permit));
        }
    }

    private static final class FakeChallenges implements Challenges {
        private final Map<String, OtpCode> open = new HashMap<>();
        private boolean broken;

        @Override
        public Uni<Void> open(EmailAddress email, String challengeId, OtpCode code) {
            return Uni.createFrom().voidItem().invoke(() -> open.put(challengeId, code));
        }

        @Override
        public Uni<Void> withdraw(EmailAddress email, String challengeId) {
            return broken
                    ? Uni.createFrom().failure(new IllegalStateException())
                    : Uni.createFrom().voidItem().invoke(() -> open.remove(challengeId));
        }

        @Override
        public Uni<TryOutcome> attempt(
                EmailAddress email, String challengeId, String code, Optional<String> knownDevice) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class FakeMails implements OtpMails {
        private final List<OtpMail> sent = new ArrayList<>();
        private boolean away;

        @Override
        public Uni<Void> send(OtpMail mail) {
            return away
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : Uni.createFrom().voidItem().invoke(() -> sent.add(mail));
        }
    }
}
