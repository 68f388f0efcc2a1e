package dev.natter.chat.profile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.DatabaseFailures;
import dev.natter.chat.profile.ProfileRepository.Kept.Outcome;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The profiles of all users known here. Every query is by id. */
@ApplicationScoped
class ProfileRepository implements ReactivePanacheMongoRepositoryBase<Profile, String> {

    private final ChatDatabase database;

    ProfileRepository(ChatDatabase database) {
        this.database = database;
    }

    /** The known ones of these users, by id. */
    Uni<Map<String, Profile>> getAll(Collection<String> ids) {
        return database.execute(() -> list("_id in ?1", ids))
                .map(found -> found.stream().collect(Collectors.toMap(Profile::id, Function.identity())));
    }

    /** Stores the profile unless one at least as new is stored; safe to repeat, and in any order. */
    Uni<Kept> keep(Profile profile) {
        return database.execute(() -> mongoCollection()
                        .findOneAndUpdate(
                                and(eq("_id", profile.id()), lt("version", profile.version())),
                                combine(
                                        MongoMissedMailRecipients.schedule(profile),
                                        set("name", profile.name()),
                                        set("about", profile.about()),
                                        set("avatar", profile.avatar()),
                                        set("settings", profile.settings()),
                                        set("blocked", profile.blocked()),
                                        set("missedMailTo", profile.missedMailTo()),
                                        set("deleted", profile.deleted()),
                                        set("createdAt", profile.createdAt()),
                                        set("version", profile.version())),
                                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE)))
                .map(before -> before == null ? Kept.of(Outcome.ADDED) : new Kept(Outcome.CHANGED, before))
                // The filter matched nothing older, so the upsert tried to insert a second document.
                .onFailure(DatabaseFailures::isDuplicate)
                .recoverWithUni(
                        () -> database.execute(() -> findById(profile.id())).chain(stored -> beside(stored, profile)));
    }

    private Uni<Kept> beside(@Nullable Profile stored, Profile profile) {
        if (stored == null) {
            // Profiles are never removed; the caller retries.
            return Uni.createFrom().failure(new IllegalStateException("a profile is stored and cannot be read"));
        }
        if (stored.version() < profile.version()) {
            // Two versions of a new profile were inserted at the same moment, and this one lost. Now it updates: once.
            return keep(profile);
        }
        return Uni.createFrom()
                .item(Kept.of(stored.version() == profile.version() ? Outcome.REPEATED : Outcome.OUTDATED));
    }

    /** What came of storing a profile, and which one it replaced: null when it is the first one, and when that is not known. */
    record Kept(Outcome outcome, @Nullable Profile before) {

        enum Outcome {
            ADDED,
            CHANGED,
            /** This version was stored before, and may not have been published. */
            REPEATED,
            OUTDATED
        }

        static Kept of(Outcome outcome) {
            return new Kept(outcome, null);
        }
    }

    Uni<Void> keepAll(Collection<Profile> profiles) {
        return Multi.createFrom()
                .iterable(profiles)
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .onItem()
                .ignoreAsUni();
    }
}
