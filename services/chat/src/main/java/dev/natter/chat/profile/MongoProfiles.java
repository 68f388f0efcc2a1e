package dev.natter.chat.profile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.StoreFailures;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoProfiles implements Profiles {

    private final ChatDatabase database;

    MongoProfiles(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Map<String, Profile>> find(Collection<String> ids) {
        return ask(collection -> collection
                .find(in("_id", ids))
                .map(ProfileDocument::toProfile)
                .collect()
                .asMap(Profile::id));
    }

    @Override
    public Uni<Kept> keep(Profile profile) {
        return ask(collection -> collection
                        .findOneAndUpdate(
                                and(eq("_id", profile.id()), lt("version", profile.version())),
                                combine(
                                        set("name", profile.name()),
                                        set("createdAt", profile.createdAt()),
                                        set("version", profile.version())),
                                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE))
                        .map(before -> outcome(before, profile)))
                // The filter found nothing older, so it tried to insert beside one that is at least as new.
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithUni(() ->
                        find(List.of(profile.id())).map(known -> compare(known.get(profile.id()), profile)));
    }

    private static Kept compare(@Nullable Profile known, Profile late) {
        return known != null && known.version() == late.version() ? Kept.REPEATED : Kept.UNCHANGED;
    }

    private static Kept outcome(@Nullable ProfileDocument before, Profile now) {
        if (before == null) {
            return Kept.NEW;
        }
        return before.name().equals(now.name()) ? Kept.UNCHANGED : Kept.RENAMED;
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<ProfileDocument>, Uni<R>> question) {
        return database.ask(StoredCollection.PROFILES, ProfileDocument.class, question);
    }
}
