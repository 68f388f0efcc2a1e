package dev.natter.chat.group;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.InMemoryEntries;
import dev.natter.chat.profile.StubDirectory;
import dev.natter.chat.receipt.InMemoryReadPositions;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Groups that change on one replica while another one does not know it, or dies over it. */
class GroupReplicasTest {

    private static final String PARTY = "party";

    private final TestClock clock = new TestClock();
    private final StubDirectory users = new StubDirectory().with("ada", "bob", "cleo", "dan");
    private final InMemoryConversations conversations = new InMemoryConversations().with(PARTY, "ada", "bob", "cleo");
    private final InMemoryEntries entries = new InMemoryEntries();
    private final InMemoryReadPositions positions = new InMemoryReadPositions();
    private final GroupReplica here = replica();
    private final GroupReplica elsewhere = replica();

    private GroupReplica replica() {
        return new GroupReplica(conversations, entries, positions, users, clock);
    }

    @Test
    void aRemovedMemberCannotSendOnAReplicaThatDoesNotKnowIt() {
        get(elsewhere.send(PARTY, "cleo", "still here"));

        get(here.changeGroup.remove(PARTY, "ada", "cleo"));

        refused(elsewhere.send(PARTY, "cleo", "and now?"));
        assertThat(entries.all(PARTY)).hasSize(2);
    }

    @Test
    void whatIsNumberedAfterARemovalIsNotPublishedToTheRemovedOne() {
        get(elsewhere.send(PARTY, "bob", "1"));
        get(here.changeGroup.remove(PARTY, "ada", "cleo"));

        get(elsewhere.send(PARTY, "bob", "3"));

        assertThat(elsewhere.published.get(1L)).containsExactlyInAnyOrder("ada", "bob", "cleo");
        assertThat(elsewhere.published.get(3L)).containsExactlyInAnyOrder("ada", "bob");
    }

    /** The frame of the change itself may be lost, or come late. */
    @Test
    void aLaterEntryThatIsDeliveredDoesNotHideARemoval() {
        get(elsewhere.send(PARTY, "bob", "1"));
        get(here.changeGroup.remove(PARTY, "ada", "cleo"));
        get(here.send(PARTY, "ada", "3"));
        elsewhere.log.delivered(PARTY, 3, false);

        get(elsewhere.send(PARTY, "bob", "4"));
        elsewhere.log.delivered(PARTY, 2, true);
        get(elsewhere.send(PARTY, "bob", "5"));

        assertThat(elsewhere.published.get(4L)).containsExactlyInAnyOrder("ada", "bob");
        assertThat(elsewhere.published.get(5L)).containsExactlyInAnyOrder("ada", "bob");
        refused(elsewhere.send(PARTY, "cleo", "and now?"));
    }

    @Test
    void aDeliveredRemovalIsSeenBeforeTheNextSend() {
        get(elsewhere.send(PARTY, "bob", "1"));
        get(here.changeGroup.remove(PARTY, "ada", "cleo"));
        elsewhere.log.delivered(PARTY, 2, true);
        var before = entries.inserts();

        get(elsewhere.send(PARTY, "bob", "3"));

        assertThat(entries.inserts() - before).as("no conflict").isEqualTo(1);
        assertThat(elsewhere.published.get(3L)).containsExactlyInAnyOrder("ada", "bob");
    }

    @Test
    void aNewMemberCanSendOnAReplicaThatDoesNotKnowIt() {
        get(elsewhere.send(PARTY, "bob", "1"));
        get(here.changeGroup.add(PARTY, "ada", List.of("dan")));

        get(elsewhere.send(PARTY, "dan", "hello"));

        assertThat(elsewhere.published.get(3L)).containsExactlyInAnyOrder("ada", "bob", "cleo", "dan");
    }

    @Test
    void whatWaitsBehindARemovalIsForTheMembersAfterIt() {
        var gate = new CompletableFuture<Void>();
        entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        var first = here.send(PARTY, "ada", "1").subscribeAsCompletionStage();
        var removal = here.changeGroup.remove(PARTY, "ada", "cleo").subscribeAsCompletionStage();
        var sends = List.of("3", "4", "5", "6").stream()
                .map(text -> here.send(PARTY, "bob", text).subscribeAsCompletionStage())
                .toList();
        var removed = here.send(PARTY, "cleo", "7").subscribeAsCompletionStage();

        gate.complete(null);

        first.join();
        removal.join();
        sends.forEach(CompletableFuture::join);
        assertThat(removed).isCompletedExceptionally();
        assertThat(here.published.get(1L)).contains("cleo");
        for (var seq = 3L; seq <= 6; seq++) {
            assertThat(here.published.get(seq)).containsExactlyInAnyOrder("ada", "bob");
        }
    }

    @Test
    void aReplicaThatDiesBetweenEntryAndDocumentHasRemovedTheMemberForTheNextReader() {
        conversations.dieBeforeNextChange();
        assertThat(failure(here.changeGroup.remove(PARTY, "ada", "cleo"))).hasMessage("killed");
        assertThat(conversations.get(PARTY).memberIds()).contains("cleo");

        refused(elsewhere.readLog.following(PARTY, "cleo", 0, 10));

        assertThat(conversations.get(PARTY).memberIds()).containsExactly("ada", "bob");
    }

    @Test
    void aReplicaThatDiesBetweenEntryAndDocumentHasRemovedTheMemberForTheNextWriter() {
        get(elsewhere.send(PARTY, "bob", "1"));
        conversations.dieBeforeNextChange();
        assertThat(failure(here.changeGroup.remove(PARTY, "ada", "cleo"))).hasMessage("killed");

        get(elsewhere.send(PARTY, "bob", "3"));

        assertThat(elsewhere.published.get(3L)).containsExactlyInAnyOrder("ada", "bob");
        assertThat(conversations.get(PARTY).memberIds()).containsExactly("ada", "bob");
    }

    @Test
    void whoIsAddedByAReplicaThatDiesIsAMemberForTheNextReader() {
        conversations.dieBeforeNextChange();
        assertThat(failure(here.changeGroup.add(PARTY, "ada", List.of("dan")))).hasMessage("killed");

        assertThat(get(elsewhere.readLog.following(PARTY, "dan", 0, 10)))
                .extracting(Entry::seq)
                .containsExactly(1L);
        assertThat(positions.get(PARTY, "dan")).isEqualTo(1);
    }

    @Test
    void aReplicaThatDiesBeforeTheEntryHasChangedNothing() {
        entries.refuseNextInsert();
        assertThat(failure(here.changeGroup.remove(PARTY, "ada", "cleo"))).isInstanceOf(ApiException.class);

        assertThat(get(elsewhere.readLog.following(PARTY, "cleo", 0, 10))).isEmpty();
        get(elsewhere.changeGroup.remove(PARTY, "ada", "cleo"));
        refused(here.readLog.following(PARTY, "cleo", 0, 10));
    }

    @Test
    void aChangeIsDecidedAgainWhenAnotherOneCameFirst() {
        get(here.changeGroup.setRole(PARTY, "ada", "bob", Role.ADMIN));
        var gate = new CompletableFuture<Void>();
        entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        var late = here.changeGroup.remove(PARTY, "bob", "cleo").subscribeAsCompletionStage();
        get(elsewhere.changeGroup.setRole(PARTY, "ada", "bob", Role.MEMBER));

        gate.complete(null);

        assertThat(late).isCompletedExceptionally();
        assertThat(conversations.get(PARTY).memberIds()).contains("cleo");
    }

    @Test
    void newMembersSeeTheLogFromTheEntryThatAddedThem() {
        get(here.send(PARTY, "ada", "before"));
        get(here.changeGroup.add(PARTY, "ada", List.of("dan")));
        get(here.send(PARTY, "ada", "after"));

        assertThat(get(here.readLog.following(PARTY, "dan", 0, 10)))
                .extracting(Entry::seq)
                .containsExactly(2L, 3L);
        assertThat(get(here.readLog.shownPreceding(PARTY, "dan", Long.MAX_VALUE, 10)))
                .extracting(Entry::seq)
                .containsExactly(3L, 2L);
        assertThat(get(here.readLog.shownPreceding(PARTY, "dan", 2, 10))).isEmpty();
    }

    private static void refused(Uni<?> uni) {
        assertThat(failure(uni)).asInstanceOf(type(ApiException.class)).returns(404, ApiException::status);
    }
}
