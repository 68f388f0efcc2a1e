package dev.natter.boot;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Tells addresses of the public internet from all others. What connects to an address that a client has named must not be
 * that client's way into the operator's network (OWASP, Server-Side Request Forgery).
 */
public final class PublicAddress {

    private PublicAddress() {}

    /** Whether this is a unicast address of the public internet (IANA special-purpose registries, RFC 6890). */
    public static boolean isPublic(InetAddress address) {
        return address instanceof Inet6Address six ? isPublic(six) : isPublic((Inet4Address) address);
    }

    private static boolean isPublic(Inet4Address address) {
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var third = bytes[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /** Global unicast is 2000::/3; in it, what carries an IPv4 address is as public as that. */
    private static boolean isPublic(Inet6Address address) {
        var bytes = address.getAddress();
        if (starts(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isPublic(embedded(bytes, 12));
        }
        if (starts(bytes, 0x20, 0x02)) {
            return isPublic(embedded(bytes, 2));
        }
        return (bytes[0] & 0xe0) == 0x20
                && !starts(bytes, 0x20, 0x01, 0x00)
                && !starts(bytes, 0x20, 0x01, 0x01)
                && !starts(bytes, 0x20, 0x01, 0x0d, 0xb8)
                && !starts(bytes, 0x3f, 0xff);
    }

    private static boolean starts(byte[] bytes, int... prefix) {
        for (var at = 0; at < prefix.length; at++) {
            if ((bytes[at] & 0xff) != prefix[at]) {
                return false;
            }
        }
        return true;
    }

    private static Inet4Address embedded(byte[] bytes, int from) {
        try {
            return (Inet4Address) InetAddress.getByAddress(
                    new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
