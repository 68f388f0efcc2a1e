package dev.natter.load;

import dev.natter.load.floor.BrokerFloor;
import dev.natter.load.floor.RelayFloor;
import dev.natter.load.floor.StoreFloor;
import dev.natter.load.scenario.ColdStart;
import dev.natter.load.scenario.Groups;
import dev.natter.load.scenario.History;
import dev.natter.load.scenario.Idle;
import dev.natter.load.scenario.Pairs;
import dev.natter.load.scenario.ReconnectStorm;
import dev.natter.load.scenario.Replicas;
import dev.natter.load.scenario.Scenario;
import dev.natter.load.scenario.SignInBurst;
import dev.natter.load.scenario.Soak;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The scenarios by name, in the order in which they are run unless another is asked for. */
final class Scenarios {

    private final Map<String, Scenario> byName = new LinkedHashMap<>();

    Scenarios() {
        byName.put("relay", new RelayFloor());
        byName.put("broker", new BrokerFloor());
        byName.put("store", new StoreFloor());
        byName.put("pairs", new Pairs());
        byName.put("group", new Groups());
        byName.put("idle", new Idle());
        byName.put("storm", new ReconnectStorm());
        byName.put("signin", new SignInBurst());
        byName.put("history", new History());
        byName.put("replicas", new Replicas());
        byName.put("coldstart", new ColdStart());
        byName.put("soak", new Soak());
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** @throws IllegalArgumentException when there is none of that name */
    Scenario find(String name) {
        var scenario = byName.get(name);
        if (scenario == null) {
            throw new IllegalArgumentException("no scenario is called " + name + "; there are " + names());
        }
        return scenario;
    }
}
