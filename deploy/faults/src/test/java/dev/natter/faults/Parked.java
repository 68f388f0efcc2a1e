package dev.natter.faults;

import dev.natter.faults.cluster.Cluster;
import dev.natter.local.stack.service.ServiceKind;
import java.util.regex.Pattern;

/** Mails that were given up, as the mail service counts them. */
final class Parked {

    private static final Pattern COUNT = Pattern.compile("(?m)^natter_mail_parked_total\\{[^}]*\\} ([0-9.]+)$");

    private Parked() {}

    static long count(Cluster cluster) {
        return cluster.replicas(ServiceKind.MAIL).stream()
                .flatMap(replica -> COUNT.matcher(replica.text("/q/metrics")).results())
                .mapToLong(count -> (long) Double.parseDouble(count.group(1)))
                .sum();
    }
}
