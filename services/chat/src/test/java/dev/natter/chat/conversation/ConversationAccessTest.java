package dev.natter.chat.conversation;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.web.Refusal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the door asks the store, when the members are at hand and when they are not. */
class ConversationAccessTest {

    private static final List<String> MEMBERS = List.of("ada", "bob", "cleo");

    private final InMemoryConversations stored = new InMemoryConversations().with("lunch", "ada", "bob", "cleo");
    private final List<String> asked = new ArrayList<>();
    private final ConversationAccess atHand = access((id, member) -> MEMBERS.contains(member) ? MEMBERS : null);
    private final ConversationAccess elsewhere = access((id, member) -> null);

    @Test
    void whoIsInItIsNotReadAgain() {
        assertThat(get(atHand.others("lunch", "bob"))).containsExactly("ada", "cleo");
        assertThat(asked).isEmpty();

        assertThat(get(atHand.open("lunch", "bob")).memberIds()).isEqualTo(MEMBERS);
        assertThat(get(atHand.members("lunch", "bob"))).isEqualTo(MEMBERS);
        assertThat(asked).containsExactly("findOf");
    }

    @Test
    void itIsReadWhereNobodyOfThemIsConnected() {
        assertThat(get(elsewhere.others("lunch", "bob"))).containsExactly("ada", "cleo");
        assertThat(get(elsewhere.members("lunch", "bob"))).isEqualTo(MEMBERS);

        assertThat(asked).containsExactly("find", "find");
    }

    @Test
    void aStrangerLearnsNothingEitherWay() {
        for (var access : List.of(atHand, elsewhere)) {
            for (var refused : List.of(access.open("lunch", "mallory"), access.members("lunch", "mallory"))) {
                assertThat(failure(refused)).asInstanceOf(type(Refusal.class)).returns(404, Refusal::status);
            }
            assertThat(failure(access.others("lunch", "mallory")))
                    .asInstanceOf(type(Refusal.class))
                    .returns(404, Refusal::status);
        }
    }

    private ConversationAccess access(Rosters rosters) {
        var listening = (Conversations) Proxy.newProxyInstance(
                Conversations.class.getClassLoader(),
                new Class<?>[] {Conversations.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(stored, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        return new ConversationAccess(listening, rosters);
    }
}
