package dev.natter.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much is asked of what.
 *
 * @param root of the repository
 * @param base the public origin of a running Natter; empty for a stack of its own
 * @param inbox where its mails arrive
 * @param key a file with the JWK set that signs its access tokens
 * @param servers addresses of its backing servers, by name
 * @param pids of its processes, where they are on this machine, by name
 * @param scenarios what to ask, in this order
 * @param report the directory for what was found
 * @param replicas of chat, in a stack of its own
 * @param javaOptions of the services, in a stack of its own
 * @param nativeWanted whether native executables go before jars, in a stack of its own
 * @param warmUp before the first step of a scenario is measured
 * @param time for which each step is measured
 * @param soak how long a soak takes, all of its parts together
 * @param pairs of people who write to each other
 * @param rates messages a second, ascending
 * @param connections that are open at once, ascending
 * @param receivers of a message to a group
 * @param deliveriesPerSecond in groups
 * @param addresses that sign in at once
 * @param conversations of one person
 * @param messages in one conversation
 */
public record Options(
        Path root,
        Optional<URI> base,
        Optional<URI> inbox,
        Optional<Path> key,
        Map<String, URI> servers,
        Map<String, Long> pids,
        List<String> scenarios,
        Path report,
        int replicas,
        String javaOptions,
        boolean nativeWanted,
        Duration warmUp,
        Duration time,
        Duration soak,
        int pairs,
        List<Integer> rates,
        List<Integer> connections,
        List<Integer> receivers,
        int deliveriesPerSecond,
        int addresses,
        int conversations,
        int messages) {

    public Options {
        servers = Map.copyOf(servers);
        pids = Map.copyOf(pids);
        scenarios = List.copyOf(scenarios);
        rates = List.copyOf(rates);
        connections = List.copyOf(connections);
        receivers = List.copyOf(receivers);
    }
}
