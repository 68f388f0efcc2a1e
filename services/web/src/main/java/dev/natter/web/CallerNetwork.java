package dev.natter.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;

/**
 * The client's network. X-Forwarded-For is read from its end, because each proxy appends the address that it has seen:
 * the first address that is not one of our proxies is the client's, and anything before it may be forged. (Quarkus' own
 * forwarding takes the first address, so it is off.)
 */
public final class CallerNetwork {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final TrustedProxies proxies;

    public CallerNetwork(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** The network for rate limits: an IPv4 address, or the /64 of an IPv6 address. */
    public String of(HttpServerRequest request) {
        var peer = request.connection().remoteAddress().hostAddress();
        return of(peer, request.headers().getAll("X-Forwarded-For"));
    }

    String of(String peer, Iterable<String> forwardedFor) {
        var address = TrustedProxies.bytes(peer);
        if (address == null) {
            return "unknown";
        }
        var hops = Arrays.asList(String.join(",", forwardedFor).split(","));
        Collections.reverse(hops);
        for (var hop : hops) {
            var before = TrustedProxies.bytes(hop.strip());
            if (before == null || !proxies.trust(address)) {
                break;
            }
            address = before;
        }
        return network(address);
    }

    private static String network(byte[] address) {
        try {
            if (address.length == IPV6_NETWORK_BYTES * 2) {
                Arrays.fill(address, IPV6_NETWORK_BYTES, address.length, (byte) 0);
                return InetAddress.getByAddress(address).getHostAddress() + "/64";
            }
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
