package dev.natter.mail.otp;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** What the classes here are given and do not make themselves: time, chance and limits. */
@Singleton
class OtpMailBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RetrySchedule schedule(WorkerConfig config) {
        return new RetrySchedule(
                config.firstRetry(),
                config.slowestRetry(),
                () -> ThreadLocalRandom.current().nextLong());
    }

    @Produces
    @Singleton
    ConversationSlots slots(WorkerConfig config, MeterRegistry meters) {
        return new ConversationSlots(config.conversations(), meters);
    }
}
