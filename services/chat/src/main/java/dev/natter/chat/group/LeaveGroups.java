package dev.natter.chat.group;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.profile.AccountDeletionListener;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;

/** A user whose account is deleted leaves all groups; ownership passes on as when an owner leaves. */
@ApplicationScoped
class LeaveGroups implements AccountDeletionListener {

    /** Of a direct conversation, and of a group that was left meanwhile. */
    private static final Set<String> NOTHING_TO_LEAVE = Set.of(
            ErrorCode.NOT_A_GROUP.name().toLowerCase(Locale.ROOT),
            ErrorCode.CONVERSATION_NOT_FOUND.name().toLowerCase(Locale.ROOT));

    private final Memberships memberships;
    private final ChangeGroup changeGroup;

    LeaveGroups(Memberships memberships, ChangeGroup changeGroup) {
        this.memberships = memberships;
        this.changeGroup = changeGroup;
    }

    @Override
    public Uni<Void> deleted(String userId) {
        return memberships
                .conversationsOf(userId)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> changeGroup
                                .remove(id, userId, userId)
                                .onFailure(failure -> failure instanceof ApiException refusal
                                        && NOTHING_TO_LEAVE.contains(refusal.code()))
                                .recoverWithNull())
                        .onItem()
                        .ignoreAsUni());
    }
}
