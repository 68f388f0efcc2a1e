package dev.natter.local.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of a service, taken in turn; one that takes no connection is passed over. */
final class Upstream {
    private static final int CONNECT_MILLIS = 2_000;

    private final List<URI> replicas;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(List<URI> replicas) {
        this.replicas = List.copyOf(replicas);
    }

    /** A request on a connection that stands; fails when no replica takes one. Nothing has been sent by then. */
    Future<HttpClientRequest> open(HttpClient client, RequestOptions options) {
        return open(client, options, turn.getAndIncrement(), replicas.size());
    }

    private Future<HttpClientRequest> open(HttpClient client, RequestOptions options, int next, int left) {
        if (left == 0) {
            return Future.failedFuture("no replica takes a connection");
        }
        var replica = replicas.get(Math.floorMod(next, replicas.size()));
        var there = new RequestOptions(options)
                .setHost(replica.getHost())
                .setPort(replica.getPort())
                .setConnectTimeout(CONNECT_MILLIS);
        return client.request(there).recover(refused -> open(client, options, next + 1, left - 1));
    }
}
