package dev.natter.load;

import dev.natter.load.scenario.Groups;
import dev.natter.load.scenario.Idle;
import dev.natter.load.scenario.Pairs;
import dev.natter.load.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The scenarios by name, in the order in which they are run unless another is asked for. */
final class Scenarios {

    private final Map<String, Scenario> byName = new LinkedHashMap<>();

    Scenarios() {
        byName.put("pairs", new Pairs());
        byName.put("group", new Groups());
        byName.put("idle", new Idle());
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
