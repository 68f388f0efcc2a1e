package dev.natter.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** A cryptographically strong random generator for injection, created at run time and never in a native image. */
@ApplicationScoped
class SecureRandomProducer {

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
