package dev.natter.chat.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.profile.ProfileRepository.Kept;
import dev.natter.chat.profile.ProfileRepository.Kept.Outcome;
import dev.natter.events.DeliveryEvent.Version;
import dev.natter.storage.avatar.AvatarView;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.arc.All;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the profiles of users, and keeps them up to date with the user service. */
@ApplicationScoped
public class ProfileService {

    private static final String UNKNOWN = "Unknown";
    /** What every id looks like; the user service is not asked for anything else. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ProfileRepository profiles;
    private final UserDirectory directory;
    private final Contacts contacts;
    private final PublishPrivacy publishPrivacy;
    private final List<AccountDeletionListener> deletionListeners;
    private final Delivery delivery;

    ProfileService(
            ProfileRepository profiles,
            UserDirectory directory,
            Contacts contacts,
            PublishPrivacy publishPrivacy,
            @All List<AccountDeletionListener> deletionListeners,
            Delivery delivery) {
        this.profiles = profiles;
        this.directory = directory;
        this.contacts = contacts;
        this.publishPrivacy = publishPrivacy;
        this.deletionListeners = deletionListeners;
        this.delivery = delivery;
    }

    /**
     * The existing ones of these users, by id, without deleted accounts. The user service is asked for those not known here; fails with 503 when it is
     * unavailable, rather than call an existing user unknown.
     */
    public Uni<Map<String, Profile>> find(Collection<String> ids) {
        return findAll(ids)
                .map(found -> found.values().stream()
                        .filter(profile -> !profile.isDeleted())
                        .collect(Collectors.toMap(Profile::id, Function.identity())));
    }

    private Uni<Map<String, Profile>> findAll(Collection<String> ids) {
        return profiles.getAll(ids).chain(known -> {
            var missing = ids.stream().filter(id -> !known.containsKey(id)).toList();
            return missing.isEmpty() ? Uni.createFrom().item(known) : complete(known, missing);
        });
    }

    /** Fails with 404 unless all of these users exist. */
    public Uni<Void> requireAll(Collection<String> ids) {
        if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            return Uni.createFrom().failure(unknownUser());
        }
        return find(ids)
                .invoke(found -> {
                    if (!found.keySet().containsAll(ids)) {
                        throw unknownUser();
                    }
                })
                .replaceWithVoid();
    }

    private static ApiException unknownUser() {
        return ApiException.notFound(ErrorCode.USER_NOT_FOUND, "The user does not exist.");
    }

    private Uni<Map<String, Profile>> complete(Map<String, Profile> known, List<String> missing) {
        return directory.find(missing).call(profiles::keepAll).map(found -> {
            var all = new HashMap<>(known);
            found.forEach(profile -> all.put(profile.id(), profile));
            return Map.copyOf(all);
        });
    }

    /** A name for each of these users: {@value #UNKNOWN} for one who cannot be found, also because a service is unavailable. */
    public Uni<Map<String, String>> names(Collection<String> ids) {
        return shown(ids)
                .map(users -> users.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, user -> user.getValue().name())));
    }

    /** What to show of each of these users, as {@link #names}. */
    public Uni<Map<String, ShownUser>> shown(Collection<String> ids) {
        return findAll(ids)
                .onFailure(ApiException.class)
                .recoverWithUni(() -> profiles.getAll(ids))
                .map(known -> ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> {
                    var profile = known.get(id);
                    return profile == null ? ShownUser.NOT_FOUND : ShownUser.of(profile);
                })));
    }

    /**
     * Stores what the user service sent, in any order and repeatedly. Publishes what others see of it to the contacts and to
     * the user's own devices; what is published last is the latest. Settings and blocks are valid on all replicas then.
     */
    Uni<Void> keep(Profile profile) {
        return profiles.keep(profile)
                .chain(kept -> kept.outcome() == Outcome.OUTDATED
                        ? Uni.createFrom().voidItem()
                        : publishPrivacy
                                .handle(profile, kept.before())
                                .chain(() -> isToBePublished(profile, kept)
                                        ? publish(profile.id())
                                        : Uni.createFrom().voidItem())
                                .chain(() -> profile.isDeleted()
                                        ? publishDeletion(profile.id())
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> publishDeletion(String id) {
        return Multi.createFrom()
                .iterable(deletionListeners)
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.deleted(id))
                .onItem()
                .ignoreAsUni();
    }

    private static boolean isToBePublished(Profile profile, Kept kept) {
        return kept.outcome() == Outcome.REPEATED || (kept.before() != null && !profile.looksLike(kept.before()));
    }

    /** Publishes the stored profile, not the received one: of two changes, the later may have been stored first. */
    private Uni<Void> publish(String id) {
        return stored(id)
                .chain(now -> now == null
                        ? Uni.createFrom().voidItem()
                        : publish(now)
                                .chain(() -> stored(id))
                                .chain(then -> then == null || then.version() == now.version()
                                        ? Uni.createFrom().voidItem()
                                        // Overtaken: a device that got the later one first got this one last.
                                        : publish(id)));
    }

    private Uni<@Nullable Profile> stored(String id) {
        return profiles.getAll(Set.of(id)).map(found -> found.get(id));
    }

    private Uni<Void> publish(Profile now) {
        var user = UserView.of(now);
        return contacts.of(now.id())
                .invoke(others -> {
                    var blocked =
                            now.blockedUsers().stream().filter(others::contains).toList();
                    var seeing = new HashSet<>(others);
                    blocked.forEach(seeing::remove);
                    delivery.deliver(seeing, new ProfileFrame(user, now.version()));
                    delivery.deliver(Set.of(now.id()), new ProfileFrame(user, now.version()));
                    if (!blocked.isEmpty()) {
                        delivery.deliver(blocked, new ProfileFrame(user.withoutAvatar(), now.version()));
                    }
                })
                .replaceWithVoid();
    }

    @RegisterForReflection
    public record UserView(
            String id,
            String name,
            Instant createdAt,
            @Nullable AvatarView avatar,
            @Nullable String about) {

        static UserView of(Profile profile) {
            var shown = ShownUser.of(profile);
            return new UserView(profile.id(), shown.name(), profile.createdAt(), shown.avatar(), profile.about());
        }

        UserView withoutAvatar() {
            return new UserView(id, name, createdAt, null, about);
        }
    }

    /** What others see of a user in a list. */
    public record ShownUser(String name, @Nullable AvatarView avatar) {

        static final ShownUser NOT_FOUND = new ShownUser(UNKNOWN, null);

        static ShownUser of(Profile profile) {
            return new ShownUser(profile.shownName(), AvatarView.ofUser(profile.id(), profile.avatar()));
        }
    }

    /** The name, the text or the photo of a user with whom the receiver shares a conversation, or of the receiver, has changed. */
    @RegisterForReflection
    @JsonTypeName("profile")
    public record ProfileFrame(UserView user, @JsonIgnore long version) implements ServerFrame {

        @Override
        public Version versionOf() {
            return new Version("profile:" + user.id(), version);
        }
    }

    /** Who shares a conversation with whom; implemented by the feature that stores conversations. */
    public interface Contacts {

        /** Everyone who shares a conversation with this user; not the user. */
        Uni<Set<String>> of(String userId);
    }
}
