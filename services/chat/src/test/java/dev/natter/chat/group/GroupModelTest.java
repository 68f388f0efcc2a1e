package dev.natter.chat.group;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.log.GroupChanged;
import dev.natter.chat.log.InMemoryEntries;
import dev.natter.chat.profile.StubDirectory;
import dev.natter.chat.receipt.InMemoryReadPositions;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several people send to a group, and change it, on two replicas at the same time, which sometimes die between entry and
 * document, and hear of each other late, or not at all. The log alone then says what had to be allowed, and who had to get what.
 */
class GroupModelTest {

    private static final String PARTY = "party";
    private static final List<String> PEOPLE = List.of("ada", "bob", "cleo", "dan", "eve", "fay");

    private final TestClock clock = new TestClock();
    private final StubDirectory users = new StubDirectory().with(PEOPLE.toArray(String[]::new));
    private final InMemoryConversations conversations = new InMemoryConversations().with(PARTY, "ada", "bob", "cleo");
    private final InMemoryEntries entries = new InMemoryEntries();
    private final InMemoryReadPositions positions = new InMemoryReadPositions();
    private final List<GroupReplica> replicas = List.of(replica(), replica());
    private final Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();

    private GroupReplica replica() {
        return new GroupReplica(conversations, entries, positions, users, clock);
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("seeds", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLogDecides(int seed) throws InterruptedException {
        var threads = IntStream.range(0, 3)
                .mapToObj(number -> new Thread(() -> live(new Random(seed * 31L + number))))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(surprises).isEmpty();
        var roles = replay();
        get(replicas.get(0).changeGroup.join(PARTY, "ada").onFailure().recoverWithNull());
        if (roles.containsKey("ada")) {
            var now = conversations.get(PARTY);
            assertThat(now.memberIds()).containsExactlyElementsOf(roles.keySet());
            assertThat(now.memberIds())
                    .allSatisfy(userId -> assertThat(now.roleOf(userId)).isEqualTo(roles.get(userId)));
        }
    }

    private void live(Random random) {
        for (var step = 0; step < 40; step++) {
            var replica = replicas.get(random.nextInt(2));
            try {
                act(random, replica)
                        .onFailure(ApiException.class)
                        .recoverWithNull()
                        .onFailure(failure -> "killed".equals(failure.getMessage()))
                        .recoverWithNull()
                        .await()
                        .atMost(Duration.ofSeconds(20));
            } catch (ApiException refused) {
                // Before it began.
            } catch (RuntimeException failure) {
                surprises.add(failure);
            }
        }
    }

    private Uni<?> act(Random random, GroupReplica replica) {
        var actor = any(random, PEOPLE);
        var other = any(random, PEOPLE);
        return switch (random.nextInt(12)) {
            case 0, 1 -> replica.changeGroup.add(PARTY, actor, List.of(other, any(random, PEOPLE)));
            case 2 -> replica.changeGroup.remove(PARTY, actor, other);
            case 3 -> replica.changeGroup.remove(PARTY, actor, actor);
            case 4, 5 -> replica.changeGroup.setRole(PARTY, actor, other, Role.values()[random.nextInt(3)]);
            case 6 -> replica.changeGroup.rename(PARTY, actor, "T" + random.nextInt(3));
            case 7 -> replica.changeGroup.join(PARTY, other);
            case 8 -> {
                hear(random, replica);
                yield Uni.createFrom().voidItem();
            }
            case 9 -> {
                if (random.nextInt(3) == 0) {
                    conversations.dieBeforeNextChange();
                }
                yield replica.send(PARTY, actor, "m");
            }
            default -> replica.send(PARTY, actor, "m");
        };
    }

    /** Any entry may be delivered at any time, in any order, or never. */
    private void hear(Random random, GroupReplica replica) {
        var all = entries.all(PARTY);
        if (!all.isEmpty()) {
            var entry = any(random, all.subList(Math.max(0, all.size() - 3), all.size()));
            replica.log.delivered(PARTY, entry.seq(), entry instanceof GroupChanged);
        }
    }

    /** Everything in the log was allowed where it is, and every message went to the members at that point. */
    private Map<String, Role> replay() {
        var roles = new LinkedHashMap<String, Role>(Map.of());
        roles.put("ada", Role.OWNER);
        roles.put("bob", Role.MEMBER);
        roles.put("cleo", Role.MEMBER);
        String title = null;
        var seq = 0L;
        for (var entry : entries.all(PARTY)) {
            assertThat(entry.seq()).isEqualTo(++seq);
            var by = roles.get(entry.by());
            if (entry instanceof GroupChanged.MembersChanged changed) {
                var isOwnDoing = (changed.added().equals(List.of(entry.by())) && by == null)
                        || changed.removed().equals(List.of(entry.by()));
                assertThat(isOwnDoing || by == Role.ADMIN || by == Role.OWNER)
                        .as("%s", entry)
                        .isTrue();
                assertThat(changed.added()).noneMatch(roles::containsKey);
                assertThat(changed.removed()).allMatch(roles::containsKey);
                changed.removed()
                        .forEach(userId -> assertThat(roles.get(userId) != Role.OWNER || roles.size() == 1)
                                .as("the owner stays: %s", entry)
                                .isTrue());
                changed.removed().forEach(roles::remove);
                changed.added().forEach(userId -> roles.put(userId, roles.isEmpty() ? Role.OWNER : Role.MEMBER));
            } else if (entry instanceof GroupChanged.RoleChanged changed) {
                assertThat(by).isEqualTo(Role.OWNER);
                assertThat(roles.get(changed.userId())).isNotNull().isNotEqualTo(changed.role());
                if (changed.role() == Role.OWNER) {
                    roles.put(entry.by(), Role.ADMIN);
                }
                roles.put(changed.userId(), changed.role());
            } else if (entry instanceof GroupChanged.TitleChanged changed) {
                assertThat(by).isIn(Role.ADMIN, Role.OWNER);
                assertThat(changed.title()).isNotEqualTo(title);
                title = changed.title();
            } else {
                assertThat(by).as("a member sends: %s", entry).isNotNull();
                assertThat(recipients(seq)).containsExactlyInAnyOrderElementsOf(roles.keySet());
            }
        }
        return roles;
    }

    private List<String> recipients(long seq) {
        var all = new ArrayList<String>();
        replicas.forEach(replica -> all.addAll(replica.published.getOrDefault(seq, List.of())));
        return all;
    }

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
