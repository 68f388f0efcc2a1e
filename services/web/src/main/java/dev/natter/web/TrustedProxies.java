package dev.natter.web;

import io.netty.util.NetUtil;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trusted proxies: a comma-separated list of addresses and CIDR blocks; none if empty. */
@RegisterForReflection
public final class TrustedProxies {

    private final List<Block> blocks;

    private TrustedProxies(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Parses a setting; rejects anything but addresses and CIDR blocks, host names included. */
    public static TrustedProxies of(String setting) {
        return new TrustedProxies(Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Block::of)
                .toList());
    }

    /** Whether this IP address is that of a trusted proxy. */
    boolean trust(byte[] address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    /** The bytes of an IP address, four for an IPv4-mapped IPv6 address; null if it is malformed. */
    static byte @Nullable [] bytes(String text) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(text);
        return bytes != null && isMapped(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static final class Block {

        private final byte[] network;
        private final int bits;

        private Block(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        static Block of(String text) {
            var slash = text.indexOf('/');
            var network = bytes(slash < 0 ? text : text.substring(0, slash));
            if (network == null) {
                throw new IllegalArgumentException("must be IP addresses and CIDR blocks, separated by commas");
            }
            var bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > network.length * 8) {
                throw new IllegalArgumentException("has a CIDR block with an impossible length");
            }
            return new Block(network, bits);
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                var mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
                if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
