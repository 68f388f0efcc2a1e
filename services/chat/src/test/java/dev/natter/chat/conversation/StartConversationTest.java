package dev.natter.chat.conversation;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.RecordingDelivery.Delivered;
import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationView.ConversationFrame;
import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.conversation.StartConversation.Outcome;
import dev.natter.chat.mongo.TestIds;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.chat.profile.StubDirectory;
import dev.natter.chat.receipt.InMemoryReadPositions;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartConversationTest {

    private static final String ALICE = "alice";
    private static final String BOB = "bob";
    private static final String CAROL = "carol";

    private final TestClock clock = new TestClock();
    private final InMemoryConversations conversations = new InMemoryConversations();
    private final StubDirectory directory = new StubDirectory().with(ALICE, BOB, CAROL);
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final StubMessageQueries messageQueries = new StubMessageQueries();
    private final InMemoryReadPositions positions = new InMemoryReadPositions();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final List<Set<String>> introduced = new ArrayList<>();
    private final StartConversation startConversation = new StartConversation(
            conversations,
            conversations.views(messageQueries, positions, profiles.service(directory)),
            positions,
            profiles.service(directory),
            profiles.privacy(),
            new PrivacyFilter(profiles.privacy()),
            (conversationId, added, removed) -> introduced.add(Set.copyOf(added)),
            delivery,
            new TestLimits(),
            TestIds.at(clock),
            clock);

    @Test
    void makesNoGroupWithOneWhoHasBlockedTheStarter() {
        profiles.blocking(BOB, ALICE);

        assertThat(failure(startConversation.handle(ALICE, List.of(BOB, CAROL), null)))
                .asInstanceOf(type(ApiException.class))
                .returns(422, ApiException::status)
                .returns("member_unavailable", ApiException::code);
        assertThat(delivery.delivered()).isEmpty();
    }

    @Test
    void showsADirectConversationToTheStarterAloneIfBlocked() {
        profiles.blocking(BOB, ALICE);

        var outcome = start(null, BOB);

        assertThat(outcome).matches(Outcome::isNew);
        assertThat(delivery.delivered()).extracting(Delivered::userIds).containsExactly(Set.of(ALICE));
    }

    @Test
    void startsTheDirectConversationOfTwo() {
        var outcome = start(null, BOB);

        assertThat(outcome).matches(Outcome::isNew);
        assertThat(outcome.conversation())
                .returns(Kind.DIRECT, ConversationView::kind)
                .returns(null, ConversationView::title)
                .returns(0L, ConversationView::lastSeq)
                .returns(0L, ConversationView::unread)
                .returns(clock.instant(), ConversationView::updatedAt);
        assertThat(outcome.conversation().members())
                .extracting(MemberView::name)
                .containsExactly("Name of alice", "Name of bob");
    }

    @Test
    void tellsEveryMemberOfANewOne() {
        var conversation = start(null, BOB).conversation();

        assertThat(delivery.delivered())
                .containsExactly(new Delivered(Set.of(ALICE, BOB), new ConversationFrame(conversation), null));
        assertThat(introduced).containsExactly(Set.of(ALICE, BOB));
    }

    @Test
    void showsEachMemberOfALargeGroupHimselfAndNoMoreThanTwenty() {
        var others = IntStream.range(0, 24).mapToObj(number -> "u" + number).toArray(String[]::new);
        directory.with(others);

        var started = start("Party", others).conversation();

        assertThat(started.memberCount()).isEqualTo(25);
        assertThat(started.members()).hasSize(20).first().returns(Role.OWNER, MemberView::role);
        assertThat(delivery.delivered()).hasSize(6);
        assertThat(delivery.delivered().stream().flatMap(each -> each.userIds().stream()))
                .hasSize(25)
                .doesNotHaveDuplicates();
        assertThat(delivery.delivered()).allSatisfy(each -> {
            var shown = ((ConversationFrame) each.frame()).conversation();
            assertThat(shown.members()).hasSize(20);
            assertThat(shown.members())
                    .extracting(MemberView::userId)
                    .containsAll(each.userIds().size() == 1 ? each.userIds() : List.of(ALICE));
        });
    }

    @Test
    void findsTheExistingOneForEitherUserAndDeliversNothing() {
        var first = start(null, BOB).conversation();

        var second = get(startConversation.handle(BOB, List.of(ALICE), null));

        assertThat(second).matches(outcome -> !outcome.isNew());
        assertThat(second.conversation().id()).isEqualTo(first.id());
        assertThat(delivery.delivered()).hasSize(1);
    }

    @Test
    void toleratesOneselfAndRepetitionsAmongTheMembers() {
        var outcome = start(null, BOB, ALICE, BOB);

        assertThat(outcome.conversation().kind()).isEqualTo(Kind.DIRECT);
        assertThat(outcome.conversation().members())
                .extracting(MemberView::userId)
                .containsExactly(ALICE, BOB);
    }

    @Test
    void startsANewGroupEachTime() {
        var first = start(null, BOB, CAROL);
        var second = start(null, BOB, CAROL);

        assertThat(List.of(first, second)).allMatch(Outcome::isNew);
        assertThat(first.conversation().kind()).isEqualTo(Kind.GROUP);
        assertThat(first.conversation().id()).isNotEqualTo(second.conversation().id());
    }

    @Test
    void takesTwoUnderATitleForAGroup() {
        var outcome = start("  Lunch ", BOB);

        assertThat(outcome.conversation())
                .returns(Kind.GROUP, ConversationView::kind)
                .returns("Lunch", ConversationView::title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "123456789"})
    void wantsATitleOfTheRightLength(String title) {
        assertRefused(List.of(BOB), title, 400, "bad_request");
    }

    @Test
    void countsTheCharactersOfATitleAndNotTheirHalves() {
        assertThat(start("🥣".repeat(8), BOB).conversation().title()).hasSize(16);
    }

    @Test
    void refusesAConversationWithOneself() {
        assertRefused(List.of(ALICE), null, 422, "only_yourself");
        assertRefused(List.of(), null, 422, "only_yourself");
        assertRefused(List.of(ALICE), "Diary", 422, "only_yourself");
    }

    @Test
    void refusesMoreThanMayBeInIt() {
        var many = IntStream.range(0, 30).mapToObj(number -> "u" + number).toList();

        assertRefused(many, null, 422, "too_many_members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "{\"$ne\":\"\"}", "a,b", "../alice", "has blank"})
    void refusesUnknownUsers(String id) {
        assertRefused(List.of(BOB, id), null, 404, "user_not_found");
    }

    @Test
    void looksUpNoMalformedIds() {
        failure(Uni.createFrom().deferred(() -> startConversation.handle(ALICE, List.of("a,b"), null)));

        assertThat(directory.asked()).isEmpty();
    }

    @Test
    void cannotTellWhetherAnUnknownOneExistsWhileTheUserServiceIsAway() {
        directory.away(true);

        assertRefused(List.of(BOB), null, 503, "user_service_unavailable");
    }

    @Test
    void needsNoUserServiceForPeopleItKnows() {
        start(null, BOB, CAROL);
        directory.away(true);

        assertThat(start(null, BOB)).matches(Outcome::isNew);
    }

    private Outcome start(String title, String... others) {
        return get(startConversation.handle(ALICE, List.of(others), title));
    }

    private void assertRefused(List<String> others, String title, int status, String code) {
        assertThat(failure(Uni.createFrom().deferred(() -> startConversation.handle(ALICE, others, title))))
                .asInstanceOf(type(ApiException.class))
                .returns(status, ApiException::status)
                .returns(code, ApiException::code);
        assertThat(delivery.delivered()).isEmpty();
    }

    private record TestLimits() implements ConversationLimits {
        @Override
        public int maxPinned() {
            return 20;
        }

        @Override
        public int startsPerHour() {
            return 1;
        }

        @Override
        public int maxMembers() {
            return 30;
        }

        @Override
        public int maxTitleLength() {
            return 8;
        }
    }
}
