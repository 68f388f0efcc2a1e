package dev.natter.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** SecureRandomProducer as an argument: cryptographically strong, made when the service starts and never in its image. */
@ApplicationScoped
class SecureRandomProducer {

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
