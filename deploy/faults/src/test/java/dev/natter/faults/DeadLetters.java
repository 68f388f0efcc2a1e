package dev.natter.faults;

import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.cluster.Metric;
import dev.natter.local.stack.service.ServiceKind;

/** Mails that were given up, as the mail service counts them. */
final class DeadLetters {

    private static final Metric COUNT = new Metric("natter_mail_parked_total");

    private DeadLetters() {}

    static long count(Cluster cluster) {
        return COUNT.sum(cluster.replicas(ServiceKind.MAIL));
    }
}
