package dev.natter.user.otp;

import java.time.Duration;
import java.util.Base64;

/** The contract's own values. */
record FixedOtpConfig() implements OtpConfig {
    @Override
    public OtpPepper pepper() {
        return OtpPepper.of(Base64.getEncoder().encodeToString(new byte[32]));
    }

    @Override
    public Duration lifetime() {
        return Duration.ofMinutes(5);
    }

    @Override
    public int tries() {
        return 5;
    }

    @Override
    public int dailyTries() {
        return 100;
    }

    @Override
    public int deviceDailyTries() {
        return 10;
    }

    @Override
    public Duration resendInterval() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int addressHourlyLimit() {
        return 10;
    }

    @Override
    public int networkHourlyLimit() {
        return 100;
    }

    @Override
    public int networkDailyLimit() {
        return 1000;
    }

    @Override
    public Duration confirmTimeout() {
        return Duration.ofSeconds(3);
    }
}
