package dev.natter.user.otp;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimitPermit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.user.account.EmailAddress;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.device.KnownDevices;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Mails a one-time code. Behaves the same for every address, whether or not it has an account. If the broker does not
 * confirm the mail, the challenge and its uses of limits are removed.
 */
@ApplicationScoped
class IssueOtp {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** An answer waits no longer for its undo, which may be in Redis, and Redis may be what failed. */
    private static final Duration UNDO_TIMEOUT = Duration.ofSeconds(1);

    private final KnownDevices devices;
    private final RateLimits limits;
    private final Challenges challenges;
    private final OtpMails mails;
    private final OtpConfig config;
    private final SecureRandom random;
    private final Clock clock;

    IssueOtp(
            KnownDevices devices,
            RateLimits limits,
            Challenges challenges,
            OtpMails mails,
            OtpConfig config,
            SecureRandom random,
            Clock clock) {
        this.devices = devices;
        this.limits = limits;
        this.challenges = challenges;
        this.mails = mails;
        this.config = config;
        this.random = random;
        this.clock = clock;
    }

    /** The id of the new challenge, once the broker has confirmed the mail. */
    Uni<String> handle(EmailAddress email, String network, DeviceTokens shown) {
        return devices.find(shown, email)
                .chain(known ->
                        known.map(device -> ofKnownDevice(email, device)).orElseGet(() -> ofStranger(email, network)));
    }

    /** A known browser has its own limits, so that requests of others do not lock the owner out. */
    private Uni<String> ofKnownDevice(EmailAddress email, String device) {
        return limits.acquire(RateLimit.OTP_DEVICE, device, addressRates())
                .chain(permit -> issue(email, List.of(permit)));
    }

    private Uni<String> ofStranger(EmailAddress email, String network) {
        return limits.acquire(RateLimit.OTP_NETWORK, network, networkRates())
                .chain(ofNetwork -> limits.acquire(RateLimit.OTP_ADDRESS, email.value(), addressRates())
                        // A request refused for its address does not count against its network.
                        .onFailure()
                        .call(() -> undo(List.of(limits.release(ofNetwork))))
                        .chain(ofAddress -> issue(email, List.of(ofNetwork, ofAddress))));
    }

    private Uni<String> issue(EmailAddress email, List<RateLimitPermit> permits) {
        var challengeId = UUID.randomUUID().toString();
        var code = OtpCode.draw(random);
        var mail = OtpLetter.write(UUID.randomUUID().toString(), email, code, config.lifetime(), clock.instant());
        return challenges
                .open(email, challengeId, code)
                .chain(() -> mails.send(mail))
                .replaceWith(challengeId)
                .onFailure()
                .call(failure -> undo(failure, email, challengeId, permits))
                .onFailure()
                .transform(failure -> failure instanceof ApiException ? failure : mailUnavailable());
    }

    private Uni<Void> undo(Throwable failure, EmailAddress email, String challengeId, List<RateLimitPermit> permits) {
        Log.warnf("challenge %s is removed, because its mail was not confirmed: %s", challengeId, failure);
        return undo(Stream.concat(
                        Stream.of(challenges.withdraw(email, challengeId)),
                        permits.stream().map(limits::release))
                .toList());
    }

    /**
     * All steps at once. Their commands are on the way to Redis when this gives up, so that a Redis that was paused still
     * executes them; what is not undone expires.
     */
    private static Uni<Void> undo(List<Uni<Void>> steps) {
        return Uni.join()
                .all(steps)
                .andCollectFailures()
                .replaceWithVoid()
                .ifNoItem()
                .after(UNDO_TIMEOUT)
                .fail()
                .onFailure()
                .recoverWithNull();
    }

    private List<Rate> addressRates() {
        return List.of(
                new Rate(1, config.resendInterval()), new Rate(config.addressHourlyLimit(), Duration.ofHours(1)));
    }

    private List<Rate> networkRates() {
        return List.of(
                new Rate(config.networkHourlyLimit(), Duration.ofHours(1)),
                new Rate(config.networkDailyLimit(), Duration.ofDays(1)));
    }

    private static ApiException mailUnavailable() {
        return ApiException.unavailable(
                ErrorCode.MAIL_UNAVAILABLE, "The mail cannot be sent now. Try again shortly.", RETRY_AFTER);
    }
}
