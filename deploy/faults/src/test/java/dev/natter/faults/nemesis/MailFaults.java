package dev.natter.faults.nemesis;

import dev.natter.faults.cluster.Cluster;
import dev.natter.testing.smtp.ScriptedSmtp;
import java.time.Duration;
import java.util.List;

/** The SMTP server. */
final class MailFaults {

    private MailFaults() {}

    static List<Nemesis> all() {
        return List.of(
                says("smtp-refuses", "the SMTP server hangs up on everybody for 15 s", "greeting", ScriptedSmtp.DROP),
                says("smtp-hangs", "the SMTP server sends nothing for 15 s", "MAIL", ScriptedSmtp.SILENCE),
                says(
                        "smtp-slow",
                        "the SMTP server begins to answer, and never comes to an end, for 15 s",
                        "MAIL",
                        ScriptedSmtp.TRICKLE),
                says("smtp-4xx", "the SMTP server puts everybody off (451) for 15 s", "MAIL", "451 4.3.0 later"),
                says("smtp-5xx", "the SMTP server refuses every mail (554) for 15 s", "MAIL", "554 5.7.1 no"));
    }

    /** Recovery takes as long as the pauses between attempts, up to 30 s each. */
    private static Nemesis says(String name, String what, String to, String reply) {
        return Nemesis.of(name, what, Duration.ofSeconds(40), cluster -> reply(cluster, to, reply));
    }

    private static void reply(Cluster cluster, String to, String reply) {
        cluster.smtp().alwaysReply(to, reply);
        // Those that stand have been greeted already.
        cluster.smtp().hangUp();
        Moment.seconds(15);
        cluster.smtp().asUsual();
        cluster.smtp().hangUp();
    }
}
