package dev.natter.chat.profile;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A person as everybody may see him. */
@RegisterForReflection
public record UserView(String id, String name, Instant createdAt) {

    static UserView of(Profile profile) {
        return new UserView(profile.id(), profile.name(), profile.createdAt());
    }
}
