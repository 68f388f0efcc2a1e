package dev.natter.load.scenario;

import dev.natter.load.report.Table;
import dev.natter.load.stack.OwnStack;
import dev.natter.load.stack.StackOptions;

/** The same pairs on one replica of chat and on two, where each pair is on both. */
public final class Replicas implements Scenario {

    @Override
    public Table run(Bench bench) {
        var options = bench.options();
        if (options.base().isPresent()) {
            throw new UnsupportedTargetException("needs a stack of its own");
        }
        var table = MessageLoadTable.make("replicas", "One replica of chat and two, a pair on both");
        for (var count : new int[] {1, 2}) {
            var wanted = new StackOptions(options.root(), count, options.javaOptions(), options.nativeWanted());
            bench.say("a stack with replicas of chat: " + count);
            try (var stack = OwnStack.start(wanted)) {
                new Pairs().run(bench.at(stack::target), table, count + (count == 1 ? " replica, " : " replicas, "));
            }
        }
        return table;
    }
}
