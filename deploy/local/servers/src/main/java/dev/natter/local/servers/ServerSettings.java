package dev.natter.local.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to start.
 *
 * @param data where the servers keep their data; without it nothing outlives this run
 * @param kinds the servers wanted
 * @param rabbit the one user the message broker knows
 * @param s3 access key and secret key
 * @param s3Origin the one origin whose pages may use the S3 server from a browser, or null for all
 */
public record ServerSettings(
        @Nullable Path data,
        Set<ServerKind> kinds,
        Credentials rabbit,
        Credentials s3,
        @Nullable URI s3Origin) {
    public ServerSettings {
        kinds = Set.copyOf(kinds);
    }

    /** Every server, with secrets of this run only. */
    public static ServerSettings all(@Nullable Path data) {
        return of(data, EnumSet.allOf(ServerKind.class));
    }

    static ServerSettings of(@Nullable Path data, Set<ServerKind> kinds) {
        return of(data, kinds, Credentials.random("natter"));
    }

    static ServerSettings of(@Nullable Path data, Set<ServerKind> kinds, Credentials rabbit) {
        return new ServerSettings(data, kinds, rabbit, Credentials.random("natter"), null);
    }
}
