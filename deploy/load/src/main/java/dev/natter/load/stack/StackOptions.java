package dev.natter.load.stack;

import java.nio.file.Path;

/**
 * How a stack is started.
 *
 * @param root of the repository, where everything is built
 * @param replicas of chat
 * @param javaOptions of the services, separated by spaces
 * @param nativeWanted whether native executables go before jars
 */
public record StackOptions(Path root, int replicas, String javaOptions, boolean nativeWanted) {

    /** The same with another number of replicas. */
    public StackOptions withReplicas(int count) {
        return new StackOptions(root, count, javaOptions, nativeWanted);
    }
}
