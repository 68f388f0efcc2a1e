package dev.natter.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingTableTest {
    private final RoutingTable table = new RoutingTable(new NoOnlookers());

    @Test
    void routesEachUserToAllReplicasThatHoldHim() {
        // Given
        table.came("r1", List.of("ada", "bob"), 1);
        table.came("r2", List.of("ada"), 2);

        // When
        var routes = table.routes(List.of("ada", "bob", "nobody"));

        // Then
        assertThat(routes).isEqualTo(Map.of("r1", List.of("ada", "bob"), "r2", List.of("ada")));
    }

    @Test
    void forgetsWhoWent() {
        table.came("r1", List.of("ada", "bob"), 1);

        table.went("r1", List.of("ada", "stranger"));

        assertThat(table.routes(List.of("ada", "bob"))).isEqualTo(Map.of("r1", List.of("bob")));
    }

    @Test
    void forgetsADeadReplicaAndKeepsTheOthers() {
        table.came("r1", List.of("ada", "bob"), 1);
        table.came("r2", List.of("ada"), 1);

        table.forget("r1");

        assertThat(table.routes(List.of("ada", "bob"))).isEqualTo(Map.of("r2", List.of("ada")));
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void retainsWhatWasConfirmedLately() {
        table.came("r1", List.of("ada", "bob"), 100);
        table.came("r1", List.of("ada"), 200);

        table.retain("r1", 150);

        assertThat(table.routes(List.of("ada", "bob"))).isEqualTo(Map.of("r1", List.of("ada")));
    }

    @Test
    void retainsTheReplicasThatAreKnown() {
        table.came("r1", List.of("ada"), 1);
        table.came("r2", List.of("ada", "bob"), 1);

        table.retainReplicas(List.of("r1"));

        assertThat(table.routes(List.of("ada", "bob"))).isEqualTo(Map.of("r1", List.of("ada")));
    }

    @Test
    void aSecondConfirmationIsNoSecondSeat() {
        table.came("r1", List.of("ada"), 1);
        table.came("r1", List.of("ada"), 2);

        assertThat(table.routes(List.of("ada"))).isEqualTo(Map.of("r1", List.of("ada")));
    }
}
